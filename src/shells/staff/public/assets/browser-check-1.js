// Plain old script, so that a browser too old for the workspace can still run it. The floor is :has() of CSS: Chrome and Edge 105, Safari 15.4, Firefox 121.
// biome-ignore lint/complexity/useArrowFunction: a browser that we turn away must be able to read this
(function () {
  var isNew = false;
  try {
    isNew = 'noModule' in document.createElement('script') && CSS.supports('selector(:has(a))') && CSS.supports('inset', '0');
  } catch (_e) {
    isNew = false;
  }
  var note = document.getElementById('older-browser');
  if (!isNew && note) note.removeAttribute('hidden');
})();
