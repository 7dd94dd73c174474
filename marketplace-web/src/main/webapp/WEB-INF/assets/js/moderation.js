/* The moderators' queue by keyboard. A decision is shown at once and sent behind it; what is refused comes back with the reason. */
(() => {
  const queue = document.querySelector("[data-queue]");
  const keys = document.querySelector("[data-keys]");
  document.querySelector("[data-help]")?.addEventListener("click", () => keys.showModal());
  if (!queue) return;

  const items = queue.querySelector("[data-items]");
  const pane = queue.querySelector("[data-pane]");
  const toasts = document.querySelector("[data-toasts]");
  const reason = document.querySelector("[data-reason]");
  const fetched = new Map();
  let current = null;
  let taken = null;
  let pending = null;
  let last = null;
  let flying = 0;

  const all = () => [...items.children];
  const picked = () => all().filter((item) => item.querySelector("[data-pick]").checked);

  const load = (item) => {
    const id = item.dataset.case;
    if (!fetched.has(id)) {
      const answer = fetch("/operator/moderation/case?listing=" + id, { headers: { Accept: "text/html" } })
        .then((response) => (response.ok ? response.text() : Promise.reject(response.status)));
      answer.catch(() => fetched.delete(id));
      fetched.set(id, answer);
    }
    return fetched.get(id);
  };

  const send = (act, cases, more = {}) => {
    const body = new URLSearchParams({ act, csrf: queue.dataset.csrf, ...more });
    cases.forEach((item) => body.append("case", ["undo", "take", "take-over", "release", "note"].includes(act) ? item.dataset.case : item.dataset.case + ":" + item.dataset.round));
    return fetch("/operator/moderation/act", { method: "POST", body, keepalive: true })
      .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
      .catch(() => cases.map((item) => ({ id: item.dataset.case, done: false, message: queue.dataset.failed })));
  };

  const toast = (text, undo) => {
    const box = document.createElement("div");
    box.className = "toast";
    box.append(Object.assign(document.createElement("span"), { textContent: text }));
    if (undo) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button button-quiet button-small", textContent: queue.dataset.undo });
      button.addEventListener("click", undo);
      box.append(button);
    }
    toasts.replaceChildren(...[...toasts.children].slice(-2), box);
    setTimeout(() => box.remove(), undo ? 60000 : 8000);
    return box;
  };

  /* Whoever looks at a case has it, until the next one. */
  const hold = (item) => {
    if (taken && taken !== item && taken.isConnected) send("release", [taken]);
    taken = item;
    send("take", [item]).then(([result]) => {
      if (!result.done && taken === item) taken = null;
    });
  };

  let holding;
  const show = (item) => {
    current?.removeAttribute("aria-current");
    current = item;
    if (!item) return;
    item.setAttribute("aria-current", "true");
    item.scrollIntoView({ block: "nearest" });
    load(item)
      .then((html) => {
        if (current === item) pane.innerHTML = html;
      })
      .catch(() => (pane.textContent = queue.dataset.failed));
    if (item.nextElementSibling) load(item.nextElementSibling);
    clearTimeout(holding);
    holding = setTimeout(() => hold(item), 400);
  };

  const ready = () => {
    const chosen = picked().length > 0;
    queue.querySelectorAll("[data-bulk]").forEach((button) => (button.disabled = !chosen));
  };

  /* How many wait, as the server counts them once the last decision has arrived. */
  const counts = "[data-count], .rail a[href='/operator/moderation']";
  let counting;
  const recount = () => {
    clearTimeout(counting);
    counting = setTimeout(async () => {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (flying || !answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(counts);
      document.querySelectorAll(counts).forEach((part, index) => fresh[index] && part.replaceChildren(...fresh[index].childNodes));
    }, 700);
  };

  const decide = (act, cases, why) => {
    if (!cases.length) return;
    const places = cases.map((item) => [item, item.nextElementSibling]);
    let next = cases[cases.length - 1].nextElementSibling ?? cases[0].previousElementSibling;
    while (next && cases.includes(next)) next = next.nextElementSibling;
    cases.forEach((item) => item.remove());
    ready();
    show(next ?? items.firstElementChild);
    if (!items.firstElementChild) pane.textContent = queue.dataset.loading;
    const words = queue.dataset[{ approve: "approve", reject: "reject", "request-changes": "requestChanges" }[act]];
    const box = toast(words + (document.documentElement.lang === "fr" ? "\u00a0: " : ": ") + (cases.length > 1 ? cases.length : cases[0].dataset.title), () => undo(places, box));
    flying++;
    const sent = send(act, cases, why ? { reason: why } : {}).then((results) => {
      flying--;
      results.filter((result) => !result.done).forEach((result) => {
        const place = places.find(([item]) => item.dataset.case === result.id);
        back([place]);
        fetched.delete(result.id);
        toast(place[0].dataset.title + " : " + result.message);
        box.remove();
      });
      if (!flying) recount();
      if (!flying && !items.firstElementChild) setTimeout(() => flying || items.firstElementChild || location.reload(), 1500);
    });
    last = { places, box, sent };
  };

  const back = (places) => {
    places.forEach(([item, sibling]) => {
      item.querySelector("[data-pick]").checked = false;
      items.insertBefore(item, sibling?.isConnected ? sibling : null);
    });
    show(places[0][0]);
  };

  const undo = async (places, box) => {
    box.remove();
    if (last?.places === places) {
      await last.sent;
      last = null;
    }
    const results = await send("undo", places.map(([item]) => item));
    const undone = places.filter(([item]) => results.find((result) => result.id === item.dataset.case)?.done);
    undone.forEach(([item]) => fetched.delete(item.dataset.case));
    if (undone.length) {
      back(undone);
      toast(queue.dataset.undone);
      recount();
    }
    results.filter((result) => !result.done).forEach((result) => toast(result.message));
  };

  const ask = (act, cases) => {
    if (!cases.length) return;
    pending = { act, cases };
    const title = reason.querySelector("[data-reason-title]");
    title.textContent = title.dataset[act === "reject" ? "reject" : "requestChanges"];
    let number = 0;
    reason.querySelectorAll("[data-template]").forEach((template) => {
      const wanted = { reject: "rejected", "request-changes": "changes-requested" }[act];
      template.hidden = Boolean(template.dataset.outcome) && template.dataset.outcome !== wanted;
      template.querySelector("kbd").textContent = template.hidden ? "" : ++number;
    });
    reason.querySelector("#reason").value = "";
    reason.querySelector("[data-reason-missing]").hidden = true;
    reason.showModal();
    reason.querySelector("[data-template]:not([hidden])")?.focus();
  };

  const answer = () => {
    const text = reason.querySelector("#reason").value.trim();
    reason.querySelector("[data-reason-missing]").hidden = text !== "";
    if (!text) return reason.querySelector("#reason").focus();
    reason.close();
    decide(pending.act, pending.cases, text);
  };

  const fill = (template) => {
    reason.querySelector("#reason").value = template.dataset[reason.querySelector("[name=language]:checked")?.value ?? "fr"];
    reason.querySelector("#reason").focus();
  };

  reason.addEventListener("click", (event) => {
    const template = event.target.closest("[data-template]");
    if (template) fill(template);
    if (event.target.closest("[data-close]")) reason.close();
  });
  reason.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  reason.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      answer();
    } else if (/^[1-9]$/.test(event.key) && event.target.id !== "reason") {
      const template = [...reason.querySelectorAll("[data-template]:not([hidden])")][event.key - 1];
      if (template) {
        event.preventDefault();
        fill(template);
      }
    }
  });

  const act = (name, cases) => (name === "approve" ? decide(name, cases) : ask(name, cases));

  items.addEventListener("click", (event) => {
    const item = event.target.closest("[data-case]");
    if (event.target.closest("[data-pick]")) return ready();
    if (item && event.target.closest("[data-open]")) {
      event.preventDefault();
      show(item);
      if (matchMedia("(width < 62rem)").matches) pane.scrollIntoView();
    }
  });
  queue.querySelector("[data-all]").addEventListener("change", (event) => {
    all().forEach((item) => (item.querySelector("[data-pick]").checked = event.target.checked));
    ready();
  });
  queue.addEventListener("click", (event) => {
    const bulk = event.target.closest("[data-bulk]");
    if (bulk) act(bulk.dataset.bulk, picked());
    const one = event.target.closest("[data-act]");
    if (!one || !current) return;
    if (one.dataset.act === "take-over") {
      const item = current;
      send("take-over", [item]).then(() => {
        fetched.delete(item.dataset.case);
        show(item);
      });
    } else act(one.dataset.act, [current]);
  });
  pane.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-note]");
    if (!form) return;
    event.preventDefault();
    const item = current;
    send("note", [item], { text: form.elements.text.value, toVendor: form.elements.toVendor.checked }).then(([result]) => {
      if (!result.done) return toast(result.message);
      fetched.delete(item.dataset.case);
      show(item);
    });
  });

  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input:not([type=checkbox]), textarea, select, dialog[open]");
    if (busy || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = picked().length ? picked() : current ? [current] : [];
    const doing = {
      j: () => show(current?.nextElementSibling ?? current),
      k: () => show(current?.previousElementSibling ?? current),
      a: () => act("approve", chosen),
      c: () => act("request-changes", chosen),
      r: () => act("reject", chosen),
      u: () => last && undo(last.places, last.box),
      x: () => {
        const pick = current?.querySelector("[data-pick]");
        if (pick) pick.checked = !pick.checked;
        ready();
      },
      t: () => current && (taken === current ? (send("release", [current]), (taken = null)) : hold(current)),
      n: () => pane.querySelector("#note")?.focus(),
      "?": () => keys.showModal(),
    }[event.key];
    if (doing) {
      event.preventDefault();
      doing();
    }
  });

  show(items.firstElementChild);
})();
