// The page a share link leads to. The secret after the # is taken out of the address at once, kept in this function
// alone, and sent only when the person taps the button: looking at the link uses nothing up.
(() => {
  const secret = location.hash.slice(1)
  history.replaceState(null, "", "/open")
  const find = (id) => document.getElementById(id)
  const form = find("claim")
  if (!secret) {
    find("cut").hidden = false
    return
  }
  form.hidden = false
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const button = form.querySelector("button")
    button.disabled = true
    find("said").textContent = ""
    try {
      const answer = await fetch("/api/claim", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Requested-With": "workbook" },
        body: JSON.stringify({ link: secret, code: find("code").value.trim() }),
      })
      if (answer.status === 204) {
        location.replace("/advisor")
        return
      }
      if (answer.status === 401) {
        find("ask").hidden = false
        find("code").focus()
      }
      find("said").textContent = (await answer.json()).message || ""
    } catch {
      find("said").textContent = form.dataset.offline
    }
    button.disabled = false
  })
})()
