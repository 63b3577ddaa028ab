// Tells the browser which language the page speaks, and lets a person leave at once.
export default function (component) {
  const { data, parentElement } = component
  document.documentElement.lang = data.lang
  const button = parentElement.querySelector("button")
  button.textContent = data.leave
  button.onclick = () => {
    document.body.replaceChildren()
    window.location.replace(data.to)
  }
}
