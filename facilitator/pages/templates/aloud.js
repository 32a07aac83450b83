// Reads what is marked [data-aloud], with a voice that lives in this device: none that would send the words away.
"use strict";
(() => {
  const speech = window.speechSynthesis;
  const box = document.querySelector(".aloud");
  if (!speech || !box || typeof SpeechSynthesisUtterance === "undefined") return;

  const [start, stop] = box.querySelectorAll("button");
  const all = [...document.querySelectorAll("[data-aloud]")];
  const isHelp = (each) => each.closest(".crisis") !== null;
  const pieces = [...all.filter((each) => !isHelp(each)), ...all.filter(isHelp)]; // whom to call: said last, kept longest
  let voice = null;
  let at = 0;
  let saying = null;

  const spelled = (tag) => tag.replace("_", "-").toLowerCase();
  const language = spelled(document.documentElement.lang);

  // Some browsers know their voices only after a while, and tell then.
  function look() {
    const here = speech.getVoices().filter((each) => each.localService);
    const [ours] = language.split("-");
    voice = here.find((each) => spelled(each.lang) === language) ?? here.find((each) => spelled(each.lang).split("-")[0] === ours) ?? null;
    show();
  }

  function show() {
    box.querySelector("p").hidden = voice !== null;
    start.hidden = voice === null;
    stop.hidden = voice === null || (saying === null && at === 0);
    const label = saying !== null ? "pause" : at > 0 ? "on" : "read";
    start.dataset.does = label;
    start.querySelector("span").textContent = start.dataset[label];
    pieces.forEach((each, place) => each.classList.toggle("heard", saying !== null && place === at));
  }

  function say() {
    if (at >= pieces.length) {
      end();
      return;
    }
    const piece = pieces[at];
    const words = new SpeechSynthesisUtterance(piece.dataset.aloud || piece.textContent.trim());
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = () => {
      if (words !== saying) return;
      at += 1;
      say();
    };
    words.onerror = () => {
      if (words !== saying) return;
      voice = null;
      end();
    };
    saying = words;
    show();
    piece.scrollIntoView({ block: "nearest" });
    speech.speak(words);
  }

  // Telephones do not all know how to pause: silence now, and the same sentence again later.
  function hush() {
    saying = null;
    speech.cancel();
    show();
  }

  function end() {
    at = 0;
    hush();
  }

  start.addEventListener("click", () => (saying === null ? say() : hush()));
  stop.addEventListener("click", () => {
    end();
    start.focus();
  });
  addEventListener("pagehide", end);
  speech.onvoiceschanged = () => {
    if (saying === null) look();
  };
  look();
})();
