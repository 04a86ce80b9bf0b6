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

  // Whoever leaves a shared phone: what still waits there is sent first, then all is
  // forgotten. Without an answer nobody leaves, and nothing is lost.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.hasAttribute('data-forget')) { return; }
    if (!window.PasAPas) {
      forgetAll();
      return;
    }
    event.preventDefault();
    window.PasAPas.leave(form.getAttribute('data-forget')).then(function (gone) {
      if (gone) {
        forgetAll();
        form.submit();
      } else {
        form.querySelector('[role=status]').textContent = form.getAttribute('data-not-sent');
      }
    });
  });
})();
