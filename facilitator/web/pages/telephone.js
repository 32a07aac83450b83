// Shows what the console says and hands it three buttons. What is heard is put in as text and never as markup.
"use strict";

const SILENCE = 6000; // ms without a word after which the console is gone
const AGAIN = 1000;
const BUTTONS = ["back", "curtain", "next"];

const part = (name) => document.getElementById(name);
let heard = performance.now();

function show(said) {
  document.body.classList.remove("gone");
  for (const name of ["heading", "left", "title", "following", "covered", "curtain"]) {
    if (part(name).textContent !== said[name]) part(name).textContent = said[name];
  }
  part("curtain").dataset.way = said.way;
  for (const name of ["lines", "ask"]) {
    const items = said[name].map((text) => Object.assign(document.createElement("li"), { textContent: text }));
    part(name).replaceChildren(...items);
  }
}

function gone() {
  document.body.classList.add("gone");
  part("title").textContent = document.body.dataset.gone;
  for (const name of ["heading", "left", "following", "covered"]) part(name).textContent = "";
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
navigator.wakeLock?.request("screen").catch(() => {});
listen();
