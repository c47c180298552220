// What plain htmx leaves to us: sections refresh without flicker, and never under somebody's hands.

// A section is left alone while a person types in it, has something unfolded or has text of it selected.
function inUse(section) {
  const active = document.activeElement;
  if (active && active !== document.body && section.contains(active) && active.matches("input, select, textarea")) {
    return true;
  }
  if (section.querySelector("details[open]")) {
    return true;
  }
  const selection = window.getSelection();
  return !!selection && !selection.isCollapsed && section.contains(selection.anchorNode);
}

const polls = (event) => event.target.matches("section[hx-trigger]") && event.detail.requestConfig?.verb !== "post";

document.addEventListener("htmx:beforeRequest", (event) => {
  if (polls(event) && (document.hidden || inUse(event.target))) {
    event.preventDefault();
  }
});

// The answer is compared with the last one, without the form tokens, which differ each time.
const seen = new Map();
const bare = (html) => html.replace(/<input type="hidden" name="_csrf"[^>]*>/g, "");

document.addEventListener("htmx:beforeSwap", (event) => {
  const section = event.detail.target;
  if (!section.id || !section.matches("section")) {
    return;
  }
  const answer = bare(event.detail.serverResponse);
  const poll = event.detail.requestConfig?.verb === "get";
  if (event.detail.xhr.status === 200) {
    if (poll && seen.get(section.id) === answer) {
      event.detail.shouldSwap = false;
    }
    seen.set(section.id, answer);
  }
});

// The focus follows the button that was swapped away.
let focusIn = null;
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.requestConfig?.verb === "post") {
    focusIn = event.detail.target.id;
  }
});
document.addEventListener("htmx:afterSettle", () => {
  const outcome = focusIn && document.querySelector("#" + focusIn + " .outcome");
  if (outcome) {
    outcome.setAttribute("tabindex", "-1");
    outcome.focus();
    focusIn = null;
  }
});

const offline = (gone) => {
  const line = document.getElementById("offline");
  if (line) {
    line.hidden = !gone;
  }
};
document.addEventListener("htmx:sendError", () => offline(true));
document.addEventListener("htmx:responseError", () => offline(true));
document.addEventListener("htmx:afterOnLoad", () => offline(false));

// A form whose choice has consequences asks first; htmx asks for its own.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});
