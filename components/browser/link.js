// A share link opened without the landing page: the secret after the # is taken out of the address at once and handed
// to the page. The ticket it is changed into stays in this tab's own drawer, so that a refresh does not lose it. Under
// the hardened server it lies in a cookie, which the server alone can take away.
const TICKET = "bank-negotiation-workbook-ticket"

function letGo(served) {
  sessionStorage.removeItem(TICKET)
  if (!served) return
  const headers = { "Content-Type": "application/json", "X-Requested-With": "workbook" }
  // Without an answer the cookie stays until it runs out; what it named opens nothing any more.
  fetch("/api/leave", { method: "POST", headers, body: "{}" }).catch(() => {})
}

export default function (component) {
  const { data, setStateValue } = component
  const found = { link: "", ticket: "" }
  try {
    if (data.forget) letGo(data.served)
    else if (data.ticket) sessionStorage.setItem(TICKET, data.ticket)
    const secret = location.hash.slice(1)
    if (secret.startsWith("wbs1_")) {
      history.replaceState(history.state, "", location.pathname + location.search)
      found.link = secret
    }
    found.ticket = sessionStorage.getItem(TICKET) || ""
  } catch (error) {
    // A closed drawer: the ticket then lives as long as the page.
  }
  const said = JSON.stringify(found)
  if ((found.link || (found.ticket && !data.ticket)) && window.__workbookLink !== said) {
    window.__workbookLink = said
    setStateValue("found", found)
  }
}
