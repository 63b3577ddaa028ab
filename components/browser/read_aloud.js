// Speaks with a voice that lives on the device (`localService`); voices that send text to a server are left alone.
export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector("button")
  const status = parentElement.querySelector("span")
  const speech = window.speechSynthesis
  button.textContent = data.start
  button.onclick = () => {
    if (!speech) {
      status.textContent = data.none
      return
    }
    if (speech.speaking) {
      speech.cancel()
      button.textContent = data.start
      return
    }
    const wanted = data.lang.slice(0, 2)
    const voice = speech.getVoices().find((one) => one.localService && one.lang.replace("_", "-").startsWith(wanted))
    if (!voice) {
      status.textContent = data.none
      return
    }
    status.textContent = ""
    // Long texts are cut into sentences: some browsers stop after a quarter of a minute otherwise.
    const sentences = data.text.split(/(?<=[。！？.!?])\s*/).filter((one) => one.trim())
    button.textContent = data.stop
    sentences.forEach((one, place) => {
      const said = new SpeechSynthesisUtterance(one)
      said.voice = voice
      said.lang = voice.lang
      if (place === sentences.length - 1) said.onend = () => (button.textContent = data.start)
      speech.speak(said)
    })
  }
  return () => speech && speech.cancel()
}
