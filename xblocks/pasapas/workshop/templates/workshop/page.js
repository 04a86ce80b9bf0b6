(function () {
  'use strict';

  // What Open edX calls the runtime: where the handlers of a block are.
  var runtime = {
    handlerUrl: function (element, handler, suffix, query) {
      var url = element.getAttribute('data-handlers') + encodeURIComponent(handler) + '/';
      if (suffix) { url += suffix.split('/').map(encodeURIComponent).join('/'); }
      return query ? url + '?' + query : url;
    }
  };

  function argumentsOf(element) {
    var last = element.lastElementChild;
    var given = last && last.className === 'xblock_json_init_args';
    return given ? JSON.parse(last.textContent) : undefined;
  }

  document.addEventListener('DOMContentLoaded', function () {
    var blocks = document.querySelectorAll('main > [data-init][data-handlers]');
    Array.prototype.forEach.call(blocks, function (element) {
      var start = window[element.getAttribute('data-init')];
      if (typeof start === 'function') { start(runtime, element, argumentsOf(element)); }
    });
  });

  function forgetAll() {
    try {
      window.localStorage.clear();
      window.sessionStorage.clear();
    } catch (refused) { /* a browser without storage has nothing to forget */ }
  }

  // The player keeps there what is not sent yet.
  function isWaitedFor() {
    try {
      return Object.keys(window.localStorage).some(function (key) {
        return key.indexOf('pasapas:queue:') === 0;
      });
    } catch (refused) {
      return false;
    }
  }

  // Whoever follows a link finds on the next page what they have just done: it is sent
  // first, but not waited for longer than a learner would.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[href]');
    var player = window.PasAPas;
    if (!link || link.origin !== window.location.origin || !player || !player.waits() ||
        event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    var go = function () { window.location.href = link.href; };
    var late = new Promise(function (resolve) { setTimeout(resolve, 1500); });
    Promise.race([player.send(false), late]).then(go, go);
  });

  // A page that « back » brings as it was may be of somebody who has left since.
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) { window.location.reload(); }
  });

  // Whoever leaves a shared phone: what still waits there is sent first, then all is
  // forgotten. Without an answer nobody leaves, and nothing is lost.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.hasAttribute('data-forget')) { return; }
    if (!window.PasAPas && !isWaitedFor()) {
      forgetAll();
      return;
    }
    event.preventDefault();
    var left = window.PasAPas ? window.PasAPas.leave(form.getAttribute('data-forget')) : null;
    Promise.resolve(left).then(function (gone) {
      if (gone) {
        form.submit();
      } else {
        form.querySelector('[role=status]').textContent = form.getAttribute('data-not-sent');
      }
    });
  });
})();
