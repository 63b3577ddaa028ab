// Tells the browser which language the page speaks, leads to a field that was asked for, lets a person leave at once.
const PAUSE = 150
const TRIES = 60

// The page is still being drawn when it is asked for a field: look again until it is there, open what folds it away,
// and scroll once more when what is drawn above it (pictures) has pushed it down.
function lead(key, tries = TRIES) {
  const name = key.replace(/[^a-zA-Z0-9_-]/g, "-")
  const field = document.querySelector(`[data-testid="stMain"] .st-key-${CSS.escape(name)}`)
  if (!field) {
    if (tries > 0) setTimeout(() => lead(key, tries - 1), PAUSE)
    return
  }
  for (let fold = field.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) {
    fold.querySelector("summary").click()
  }
  const show = () => field.scrollIntoView({ block: "center" })
  setTimeout(() => {
    show()
    const place = field.querySelector("input, textarea") ?? field.querySelector("button")
    place?.focus({ preventScroll: true })
  }, 2 * PAUSE)
  setTimeout(show, 8 * PAUSE)
}

export default function (component) {
  const { data, parentElement } = component
  document.documentElement.lang = data.lang
  const button = parentElement.querySelector("button")
  button.textContent = data.leave
  button.onclick = () => {
    document.body.replaceChildren()
    window.location.replace(data.to)
  }
  if (data.field) lead(data.field)
}
