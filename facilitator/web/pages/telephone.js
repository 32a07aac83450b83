// Shows what the console says and hands it four buttons. What is heard is put in as text and never as markup.
"use strict";

const SILENCE = 6000; // ms without a word after which the console is gone
const AGAIN = 1000;
const BUTTONS = ["back", "curtain", "pause", "next"];

const part = (name) => document.getElementById(name);
let heard = performance.now();

function show(said) {
  document.body.classList.remove("gone");
  for (const name of ["heading", "left", "title", "covered", "paused", "curtain", "next"]) {
    if (part(name).textContent !== said[name]) part(name).textContent = said[name];
  }
  part("curtain").dataset.way = said.way;
  part("pause").disabled = part("next").disabled = part("back").disabled = said.paused !== "";
  for (const name of ["lines", "ask"]) {
    const items = said[name].map((text) => Object.assign(document.createElement("li"), { textContent: text }));
    part(name).replaceChildren(...items);
  }
}

function gone() {
  document.body.classList.add("gone");
  part("title").textContent = document.body.dataset.gone;
  for (const name of ["heading", "left", "covered", "paused"]) part(name).textContent = "";
  for (const name of ["lines", "ask"]) part(name).replaceChildren();
}

function listen() {
  const source = new EventSource("/telephone/events");
  source.onmessage = (message) => {
    heard = performance.now();
    show(JSON.parse(message.data));
  };
  source.addEventListener("gone", () => {
    source.close();
    gone();
  });
  source.onerror = () => {
    source.close();
    setTimeout(listen, AGAIN);
  };
}

for (const name of BUTTONS) {
  part(name).addEventListener("click", () => {
    navigator.vibrate?.(15);
    press(part(name).dataset.way ?? name);
  });
}

async function press(button) {
  let isHeard = false;
  try {
    isHeard = (await fetch(`/telephone/press/${button}`, { method: "POST" })).ok;
  } catch {
    // The network is away; what was pressed is not kept for later.
  }
  part("unheard").hidden = isHeard;
}

setInterval(() => {
  if (performance.now() - heard > SILENCE) gone();
}, 500);

// Browsers keep the screen awake for encrypted pages only, and let go of it whenever the page was out of sight.
async function stayAwake() {
  if (document.visibilityState !== "visible") return;
  try {
    await navigator.wakeLock.request("screen");
    part("awake").hidden = true;
  } catch {
    part("awake").hidden = false;
  }
}

document.addEventListener("visibilitychange", stayAwake);
stayAwake();
listen();
