"use strict";
// Large keys for the code, and a new page when the console changed something. Keeps nothing.
const FORGOTTEN_AFTER = 20000, LOOK_EVERY = 4000;
const who = document.getElementById("who");
let typed = "", forgetting, known, sent = false;

function show() {
  document.querySelectorAll("#dots i").forEach((dot, place) => dot.classList.toggle("on", place < typed.length));
}

function press(key) {
  if (sent) return;
  typed = key === "" ? typed.slice(0, -1) : typed + key;
  show();
  clearTimeout(forgetting);
  forgetting = setTimeout(() => { typed = ""; show(); }, FORGOTTEN_AFTER);
  if (typed.length === who.maxLength) {
    sent = true;
    who.value = typed;
    who.form.submit();
  }
}

if (who) {
  who.hidden = true;
  for (const id of ["dots", "pad"]) document.getElementById(id).hidden = false;
  document.getElementById("pad").addEventListener("click", event => {
    if ("key" in event.target.dataset) { event.target.blur(); press(event.target.dataset.key); }
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-9]$/.test(event.key)) press(event.key);
    if (event.key === "Backspace") press("");
  });
}

// Back from the browser's own memory: nothing of the one before.
addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

setInterval(async () => {
  try {
    const answer = await fetch("/kiosk", { cache: "no-store" });
    const page = await answer.text();
    if (!answer.ok) return;
    if (known !== undefined && page !== known && !typed && !sent) location.reload();
    known = page;
  } catch { /* the server is away: the page stays, and works again when it is back */ }
}, LOOK_EVERY);
navigator.wakeLock?.request("screen").catch(() => {});
