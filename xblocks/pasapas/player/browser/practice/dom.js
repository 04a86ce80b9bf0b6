// Elements made one by one: what a document says is text, never markup.

// h("button", {class: "x", "data-key": "send", onclick: f, disabled: true}, ["words", node])
function h(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
        var value = attributes[key];
        if (key.slice(0, 2) === "on") {
            node.addEventListener(key.slice(2), value);
        } else if (value === true) {
            node.setAttribute(key, "");
        } else if (value !== false && value !== null && value !== undefined) {
            node.setAttribute(key, String(value));
        }
    });
    add(node, children === undefined ? [] : [].concat(children));
    return node;
}

function add(node, children) {
    children.forEach(function (child) {
        if (Array.isArray(child)) {
            add(node, child);
        } else if (child) {
            node.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
        }
    });
}

// An element of a drawing, of the kind of those that stand in the page.
function drawn(name) {
    var sheet = document.querySelector(".pap-icons");
    return document.createElementNS(sheet.namespaceURI, name);
}

function drawnIcon(address) {
    var svg = drawn("svg");
    var use = drawn("use");
    svg.setAttribute("class", "pap-icon");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#" + address);
    svg.appendChild(use);
    return svg;
}

// An address or the name of a file goes on in the next line before its signs, where there is
// no room: a mail address at its @ first. The full stop of a sentence stays with its word.
function softAddress(text) {
    return text.split(/(@\S+)/).map(function (piece, place) {
        var parts = piece.split(/(?=[.\/]\S)/).map(function (part) {
            return [h("wbr"), part];
        });
        return place % 2 ? h("span", {class: "pap-domain"}, parts) : parts;
    });
}

// "Remove {name}" with its names in place.
function filled(words, values) {
    return words.replace(/\{(\w+)\}/g, function (whole, name) {
        return values.hasOwnProperty(name) ? values[name] : whole;
    });
}

function closest(nodes, root, key, value) {
    return Array.prototype.filter.call(root.querySelectorAll(nodes), function (node) {
        return node.getAttribute(key) === value;
    })[0] || null;
}
