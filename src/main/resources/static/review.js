// The queue by keyboard, the focus that goes on to the next payment, and the sum of what was chosen.

const payments = () => [...document.querySelectorAll("[data-payment]")];
const current = () => document.activeElement?.closest("[data-payment]") ?? null;

function step(by) {
  const all = payments();
  const at = all.indexOf(current());
  const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1);
  all[to]?.focus();
}

const press = (selector, scope = document) => scope?.querySelector(selector)?.click();

const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  a: () => press('[data-key="a"]', current()),
  c: () => press('[data-key="c"]', current()),
  u: () => press('[data-key="u"]'),
  "/": () => (document.querySelector('[data-key="/"]') ?? document.querySelector(".search input"))?.focus(),
  "?": () => {
    const help = document.getElementById("keys");
    if (help) {
      help.open = !help.open;
      help.scrollIntoView({ block: "nearest" });
    }
  },
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) {
    return;
  }
  // without a queue the arrows scroll, as on any page
  if (event.key.startsWith("Arrow") && payments().length === 0) {
    return;
  }
  event.preventDefault();
  KEYS[event.key]();
});

// After a payment was booked, the one that stood below it is next.
let booked = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  const payment = event.detail.elt.closest("[data-payment]");
  if (payment) {
    booked = { at: payments().indexOf(payment), queue: document.getElementById("queue") };
  }
});
document.addEventListener("htmx:afterSettle", () => {
  const queue = document.getElementById("queue");
  if (!booked || booked.queue === queue) {
    return; // another part of the page was refreshed
  }
  const all = payments();
  if (queue.querySelector(".outcome.done") && all.length > 0) {
    all[Math.min(booked.at, all.length - 1)].focus();
  }
  booked = null;
});

// The server reckons again; this only saves a person the adding up.
const form = document.querySelector("form.choose");
const thousandths = (text) => Math.round(Number(text.trim().replace(",", ".")) * 1000);
function sum() {
  const given = [...form.querySelectorAll("input[data-sign]")].reduce(
    (total, field) => total + (thousandths(field.value) || 0) * Number(field.dataset.sign), 0);
  const rest = thousandths(form.dataset.left) - given;
  const money = new Intl.NumberFormat(document.documentElement.lang, {
    style: "currency", currency: form.querySelector(".sums").dataset.currency });
  form.querySelector("#sum").value = money.format(given / 1000);
  form.querySelector("#rest").value = money.format(rest / 1000);
  form.querySelector("#rest").classList.toggle("bad", rest < 0);
}
if (form) {
  form.addEventListener("input", sum);
  sum();
}
