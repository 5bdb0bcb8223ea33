(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent), say = data.strings, root = document.documentElement;
  var $ = function (id) { return document.getElementById(id); };
  var cues = [], paragraphs = [], byId = {}, audios = [], offsets = [];
  data.sections.forEach(function (section, s) {
    audios.push($("audio-" + section.id));
    offsets.push(section.begin);
    section.cues.forEach(function (cue, i) {
      var end = i + 1 < section.cues.length ? section.cues[i + 1][1] : section.duration;
      var element = $(cue[0]), block = element.closest("p,h1,h2,h3,h4,h5,h6,li,blockquote");
      var one = { section: s, begin: cue[1], end: end, element: element, block: block, index: cues.length };
      if (!cues.length || cues[cues.length - 1].block !== block) paragraphs.push(one.index);
      byId[cue[0]] = one.index;
      cues.push(one);
    });
  });
  var total = data.duration, key = "kunshan:" + data.id;
  var section = 0, current = -1, marked = null, timer = 0, frame = 0, following = true, speed = 1, dragging = false, wanted = false;
  var play = $("play"), slider = $("slider"), clock = $("clock"), status = $("status"), follow = $("follow"), back = $("return"), rate = $("rate");
  root.classList.add("js");
  audios.forEach(function (audio) { audio.removeAttribute("controls"); audio.hidden = true; });

  function audio() { return audios[section]; }
  function playing() { return !audio().paused; }
  function localMs() { return audio().currentTime * 1000; }
  function globalMs() { return offsets[section] + localMs(); }
  function announce(text) { status.textContent = text; }
  function span(ms) { var s = Math.floor(ms / 1000); return Math.floor(s / 60) + " " + say.minutes + " " + s % 60 + " " + say.seconds; }
  function digits(ms) { var s = Math.floor(ms / 1000); return Math.floor(s / 60) + ":" + ("0" + s % 60).slice(-2); }

  // The cue at a time of a section: the last one that has begun. A seek may land a little early, never a cue.
  function find(s, ms) {
    var low = 0, high = cues.length - 1, found = -1;
    while (low <= high) {
      var middle = low + high >> 1, cue = cues[middle];
      if (cue.section < s || cue.section === s && cue.begin <= ms + 1) { found = middle; low = middle + 1; } else high = middle - 1;
    }
    return found;
  }

  function mark(index, scroll) {
    if (index === current) return;
    if (marked) { marked.classList.remove("now"); marked.removeAttribute("aria-current"); }
    current = index;
    marked = index < 0 ? null : cues[index].element;
    if (!marked) return;
    marked.classList.add("now");
    marked.setAttribute("aria-current", "true");
    if (scroll && following && follow.checked) show(marked);
  }

  function show(element) {
    var box = element.getBoundingClientRect(), top = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
    if (box.top >= top && box.bottom <= innerHeight - 40) return;
    element.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  function update() {
    mark(find(section, localMs()), true);
    var now = globalMs();
    if (document.activeElement !== slider || !playing()) {
      if (!dragging) { slider.value = Math.floor(now / 1000); slider.setAttribute("aria-valuetext", valueText(now)); }
    }
    clock.textContent = digits(now) + " / " + digits(total);
  }

  function valueText(ms) { return span(ms) + "，" + say.of + " " + span(total); }

  // Sleep until just before the next boundary, then watch it frame by frame.
  function schedule() {
    clearTimeout(timer); cancelAnimationFrame(frame);
    if (!playing()) return;
    update();
    var next = cues[current], wait = next ? (next.end - localMs()) / speed : 250;
    if (wait > 60 || document.hidden) timer = setTimeout(schedule, Math.max(10, Math.min(250, wait - 30)));
    else frame = requestAnimationFrame(schedule);
  }

  function showState() {
    var on = playing();
    play.setAttribute("aria-label", on ? say.pause : say.play);
    play.title = on ? say.pause : say.play;
    $("icon-play").toggleAttribute("hidden", on);
    $("icon-pause").toggleAttribute("hidden", !on);
    if ("mediaSession" in navigator) navigator.mediaSession.playbackState = on ? "playing" : "paused";
  }

  function start() {
    wanted = true;
    audio().playbackRate = speed;
    var promise = audio().play();
    if (promise) promise.catch(function (error) { if (error.name !== "AbortError") { wanted = false; announce(say.failed); } });
  }

  function pause() { wanted = false; audio().pause(); }

  function go(s, ms, andPlay) {
    var run = andPlay === undefined ? wanted : andPlay;
    if (s !== section) { audio().pause(); section = s; }
    var target = Math.max(0, ms) / 1000;
    if (audio().readyState) audio().currentTime = target;
    else { audio().preload = "auto"; audio().addEventListener("loadedmetadata", function () { this.currentTime = target; }, { once: true }); audio().load(); }
    mark(find(s, ms), true);
    chapter();
    if (run) start(); else { slider.value = Math.floor((offsets[s] + ms) / 1000); slider.setAttribute("aria-valuetext", valueText(offsets[s] + ms)); clock.textContent = digits(offsets[s] + ms) + " / " + digits(total); }
  }

  function goTo(index, andPlay) {
    index = Math.min(cues.length - 1, Math.max(0, index));
    following = true; back.hidden = true;
    go(cues[index].section, cues[index].begin, andPlay);
  }

  function goGlobal(ms, andPlay) {
    ms = Math.min(total - 1, Math.max(0, ms));
    var s = offsets.length - 1;
    while (s > 0 && offsets[s] > ms) s--;
    go(s, ms - offsets[s], andPlay);
  }

  function paragraph(step) {
    var at = 0;
    while (at + 1 < paragraphs.length && paragraphs[at + 1] <= current) at++;
    var begin = paragraphs[at];
    goTo(step < 0 && current > begin ? begin : paragraphs[Math.min(paragraphs.length - 1, Math.max(0, at + step))]);
  }

  function chapter() {
    if ("mediaSession" in navigator && window.MediaMetadata) navigator.mediaSession.metadata = new MediaMetadata({ title: data.title, album: data.sections[section].title });
  }

  function save() { try { localStorage.setItem(key, JSON.stringify({ t: Math.floor(globalMs()), speed: speed })); } catch (error) { /* private window: nothing is kept */ } }

  var acts = {
    play: function () { if (playing()) pause(); else start(); },
    previous: function () { goTo(current - 1); },
    next: function () { goTo(current + 1); },
    previousParagraph: function () { paragraph(-1); },
    nextParagraph: function () { paragraph(1); },
    back15: function () { goGlobal(globalMs() - 15000); },
    forward15: function () { goGlobal(globalMs() + 15000); }
  };
  Object.keys(acts).forEach(function (name) { $(name).addEventListener("click", acts[name]); });

  audios.forEach(function (one, s) {
    one.addEventListener("play", function () { showState(); schedule(); });
    one.addEventListener("pause", function () { showState(); if (s === section) { update(); save(); } });
    one.addEventListener("seeked", function () { if (s === section) schedule(); });
    one.addEventListener("timeupdate", function () { if (s === section && !playing()) update(); });
    one.addEventListener("ended", function () { if (s === section && s + 1 < audios.length) { wanted = true; go(s + 1, 0, true); } else wanted = false; });
    one.addEventListener("error", function () { announce(say.failed); });
  });

  slider.max = Math.floor(total / 1000);
  slider.addEventListener("input", function () { dragging = true; slider.setAttribute("aria-valuetext", valueText(slider.value * 1000)); });
  slider.addEventListener("change", function () { dragging = false; following = true; back.hidden = true; goGlobal(slider.value * 1000); });
  rate.addEventListener("change", function () { speed = +rate.value; audio().playbackRate = speed; announce(say.speed + " " + speed + " " + say.times); save(); schedule(); });

  // One listener for all sentences: spans stay plain text for a screen reader.
  document.addEventListener("click", function (event) {
    var element = event.target.closest(".u"), link = event.target.closest("a[href^='#s']");
    if (link && link.closest(".chapters")) {
      var first = cues.findIndex(function (cue) { return data.sections[cue.section].id === link.hash.slice(1); });
      if (first >= 0) { event.preventDefault(); goTo(first); var heading = cues[first].block; heading.tabIndex = -1; heading.focus({ preventScroll: true }); show(heading); }
    } else if (element && element.id in byId && !event.target.closest("a,button") && String(getSelection()) === "") goTo(byId[element.id], true);
  });

  $("player").addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || /SELECT|INPUT/.test(event.target.tagName) && event.target.type !== "checkbox") return;
    var act = { k: acts.play, j: acts.previous, l: acts.next }[event.key.toLowerCase()];
    if (act) { event.preventDefault(); act(); }
  });

  function stopFollowing() { if (playing() && follow.checked && following) { following = false; back.hidden = false; } }
  ["wheel", "touchmove"].forEach(function (name) { addEventListener(name, stopFollowing, { passive: true }); });
  addEventListener("keydown", function (event) { if (/^(PageUp|PageDown|ArrowUp|ArrowDown|Home|End)$/.test(event.key) && !event.target.closest("#player")) stopFollowing(); });
  back.addEventListener("click", function () { following = true; back.hidden = true; if (marked) show(marked); play.focus({ preventScroll: true }); });

  // A button before each paragraph, for the keyboard and for a screen reader; hidden until wanted.
  var buttons = $("buttons"), text = $("text");
  function addButtons() {
    if (text.querySelector(".from")) return;
    paragraphs.forEach(function (index) {
      var block = cues[index].block;
      if (!/^(P|H\d)$/.test(block.tagName)) return;
      var box = document.createElement("div"), button = document.createElement("button");
      box.className = "block"; button.type = "button"; button.className = "from";
      button.setAttribute("aria-label", say.from + block.textContent.trim().slice(0, 12));
      button.appendChild($("icon-play").cloneNode(true)).removeAttribute("hidden");
      button.firstChild.removeAttribute("id");
      button.addEventListener("click", function () { goTo(index, true); });
      block.parentNode.insertBefore(box, block);
      box.appendChild(button); box.appendChild(block);
    });
  }
  function showButtons() { if (buttons.checked) addButtons(); text.classList.toggle("with-buttons", buttons.checked); text.querySelectorAll(".from").forEach(function (one) { one.hidden = !buttons.checked; }); }
  buttons.addEventListener("change", showButtons);
  showButtons();

  if ("mediaSession" in navigator) {
    var keys = { play: start, pause: pause, previoustrack: acts.previous, nexttrack: acts.next, seekbackward: acts.back15, seekforward: acts.forward15 };
    Object.keys(keys).forEach(function (name) { try { navigator.mediaSession.setActionHandler(name, keys[name]); } catch (error) { /* an action this browser does not know */ } });
  }

  var saved = null, hash = /[#&]t=([\d.]+)/.exec(location.hash);
  try { saved = JSON.parse(localStorage.getItem(key)); } catch (error) { /* nothing was kept */ }
  if (saved && saved.speed) { speed = saved.speed; rate.value = String(speed); }
  if (hash) goGlobal(hash[1] * 1000, false);
  else if (saved && saved.t > 0 && saved.t < total - 1000) { goGlobal(saved.t, false); announce(say.resumed); }
  else { update(); chapter(); }
  addEventListener("pagehide", save);
  showState();
})();
