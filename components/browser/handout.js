// One file, behind a link that works once, in the same tab and without the page's own help: the browser does the rest.
// After it was taken, or when it has waited too long, another address is asked for.
const arrived = new Map()
const used = new Set()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const link = parentElement.querySelector("a")
  const [icon, label] = link.querySelectorAll("span")
  icon.textContent = data.icon
  label.textContent = data.label
  link.href = `/api/dl/${data.id}`
  link.download = data.name
  if (!arrived.has(data.id)) arrived.set(data.id, Date.now())
  const another = (pause) => setTimeout(() => setTriggerValue("taken", data.id), pause)
  const spent = () => used.has(data.id) || Date.now() - arrived.get(data.id) > data.fresh * 1000
  link.onclick = (event) => {
    if (spent()) {
      event.preventDefault()
      link.dataset.wanted = data.id
      another(0)
      return
    }
    used.add(data.id)
    another(600)
  }
  if (link.dataset.wanted && link.dataset.wanted !== data.id) {
    delete link.dataset.wanted
    link.click()
  }
}
