// The way into a shared workbook and out of it: a link in the same tab that loads the page anew, so that the reader's
// own draft and the shared one never meet in one session. Inside, the address keeps saying which of the two it is.
export default function (component) {
  const { data, parentElement } = component
  const link = parentElement.querySelector("a")
  link.hidden = !data.label
  const [icon, label] = link.querySelectorAll("span")
  icon.textContent = data.icon
  label.textContent = data.label
  link.classList.toggle("first", data.first)
  if (data.label) link.setAttribute("href", data.to)
  const here = new URL(location.href)
  if (data.stay && here.searchParams.get("shared") !== "1") {
    here.searchParams.set("shared", "1")
    history.replaceState(history.state, "", here)
  }
}
