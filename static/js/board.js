// Keeps the screen by the lift fresh. When the server is away, the last state stays,
// and the screen says of which moment it is.

const EVERY = 20_000; // milliseconds from one look to the next
const PATIENCE = 10_000; // for one answer
const STAND = 9_000; // on one page of a list longer than the screen
const zone = "Asia/Dhaka";
const { lang } = document.documentElement;
const clock = document.querySelector(".clock");
const away = document.querySelector(".away");
const parts = clock.dataset.parts.split(",").map((part) => part.split(" "));
let seen = new Date();

// সকাল ১০:৩০টা, or 10:30 am.
const told = (moment) => {
  const options = { hour: "numeric", minute: "2-digit", hour12: true, timeZone: zone };
  if (lang === "en") return moment.toLocaleTimeString("en-GB", options);
  const hour = { hour: "numeric", hourCycle: "h23", timeZone: zone };
  const now = Number(new Intl.DateTimeFormat("en", hour).format(moment));
  const [, name] = parts.find(([begins]) => now >= Number(begins));
  const time = new Intl.DateTimeFormat("bn-BD", options).formatToParts(moment);
  const [hours, minutes] = ["hour", "minute"].map(
    (wanted) => time.find(({ type }) => type === wanted).value,
  );
  return `${name} ${minutes === "০০" ? hours : `${hours}:${minutes}`}টা`;
};

const show = (text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const [now, next] = [document, page].map((side) => side.querySelector("main"));
  if (!next) throw new Error("another page");
  const { release } = document.body.dataset;
  const another = page.body.dataset.release !== release;
  if (another) location.reload();
  document.querySelector("header time").replaceWith(page.querySelector("header time"));
  if (now.innerHTML !== next.innerHTML) now.replaceWith(next);
};

const look = async () => {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(location.href, { cache: "no-cache", signal });
    if (!answer.ok) throw new Error(answer.status);
    show(await answer.text());
    seen = new Date();
    away.hidden = true;
  } catch {
    away.querySelector("strong").textContent = told(seen);
    away.hidden = false;
  }
};

const tick = () => {
  clock.textContent = told(new Date());
};

const turn = () => {
  const list = document.querySelector("main");
  const end = list.scrollTop + list.clientHeight >= list.scrollHeight - 4;
  const next = [...list.querySelectorAll("li")].find(
    (line) => line.offsetTop + line.offsetHeight > list.scrollTop + list.clientHeight,
  );
  list.scrollTo({ top: end || !next ? 0 : next.offsetTop });
};

clock.hidden = false;
tick();
setInterval(tick, 1_000);
setInterval(look, EVERY);
setInterval(turn, STAND);
