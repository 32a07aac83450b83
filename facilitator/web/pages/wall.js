// Keeps the page what the stage says: every message is the whole page, so whoever comes late is right at once.
"use strict";

const SILENCE = 6000; // ms without a word after which nobody publishes any more; the server speaks every 2 s
const AGAIN = 1000; // ms until a lost server is asked again
const STEP = 0.1;
const LARGEST = 1.6; // of the usual size; a page that is full by then keeps to its window
const SMALLEST = 0.3; // of the usual size of letters; below that a page is cut

const wall = document.getElementById("wall");
const holding = document.getElementById("holding").innerHTML;
let larger = 1;
let shown = null;
let heard = performance.now();

function show(fragment) {
  if (fragment === shown) return;
  shown = fragment;
  const before = wall.querySelector(".sheet");
  const made = document.createElement("template");
  made.innerHTML = fragment; // made by our own server, every text in it escaped
  const after = made.content.querySelector(".sheet");
  if (before?.dataset.page === after.dataset.page) {
    goOn(before, after);
    return;
  }
  after.classList.add("turned");
  wall.replaceChildren(after);
  fit();
}

// Only time has passed: what people read stays as it is, and the disc can empty without a jump.
function goOn(before, after) {
  before.querySelector(".rest")?.setAttribute("stroke-dasharray", after.querySelector(".rest").getAttribute("stroke-dasharray"));
  const [old, now] = [before, after].map((each) => each.querySelector("footer"));
  if (old && now) old.replaceWith(now);
  else if (now) before.append(now);
  else old?.remove();
}

// A page that is fuller than any of the sizes allows, or that "+" made too large, gets smaller letters.
function fit() {
  let size = 1;
  const [sheet, body] = [".sheet", ".body"].map((name) => wall.querySelector(name));
  const isOver = () =>
    [sheet, body].some((each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1);
  document.documentElement.style.setProperty("--fit", size);
  while (body && size > SMALLEST && isOver()) {
    size -= 0.04;
    document.documentElement.style.setProperty("--fit", size);
  }
}

function listen() {
  const source = new EventSource("/wall/events");
  source.onmessage = (message) => {
    heard = performance.now();
    show(message.data);
  };
  source.onerror = () => {
    source.close();
    setTimeout(listen, AGAIN);
  };
}

async function stayAwake() {
  try {
    if (document.visibilityState === "visible") await navigator.wakeLock?.request("screen");
  } catch {
    // A laptop that is low on power may refuse; the page is as good as before.
  }
}

setInterval(() => {
  if (performance.now() - heard > SILENCE) show(holding);
}, 250);
addEventListener("resize", fit);
document.addEventListener("visibilitychange", stayAwake);
document.fonts.ready.then(fit);
// The browser's own zoom changes nothing where letters follow the window, so its keys are taken here.
addEventListener("keydown", (key) => {
  const step = { "+": STEP, "=": STEP, "-": -STEP }[key.key];
  if (!step) return;
  key.preventDefault();
  larger = Math.min(LARGEST, Math.max(1 - 2 * STEP, larger + step));
  document.documentElement.style.setProperty("--larger", larger);
  fit();
});
addEventListener("keydown", (key) => {
  if (key.key === "d" && !key.ctrlKey && !key.metaKey && !key.altKey) document.documentElement.classList.toggle("dark");
});
fit();
listen();
stayAwake();
