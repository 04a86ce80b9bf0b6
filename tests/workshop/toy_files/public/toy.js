function Toy(runtime, element, args) {
  element.setAttribute('data-started', args.text);
  element.setAttribute('data-url', runtime.handlerUrl(element, 'plain', 'a/b', 'c=d'));
}
