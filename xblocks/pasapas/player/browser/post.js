// One envelope to the server. Resolves to {status, body}; status 0 is "no answer of ours":
// no network, a server that is down, or a page of somebody else's (a wifi that wants to be
// signed in to answers 200 with its own page).
function cookie(name) {
    var found = document.cookie.match("(?:^|; )" + name + "=([^;]*)");
    return found ? decodeURIComponent(found[1]) : "";
}

var PATIENCE = 20000;

function post(url, envelope, leaving) {
    // A request that hangs (a phone that slept, a hall's wifi) must not hold up what comes after.
    var late = new Promise(function (resolve) {
        setTimeout(function () {
            resolve({status: 0, body: {}});
        }, PATIENCE);
    });
    return Promise.race([late, fetch(url, {
        method: "POST",
        credentials: "same-origin",
        keepalive: Boolean(leaving),
        headers: {"Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken")},
        body: JSON.stringify(envelope)
    }).then(function (response) {
        return response.text().then(function (text) {
            var body = null;
            try {
                body = JSON.parse(text);
            } catch (notOurs) { /* a page, not a reply */ }
            return {
                status: response.ok && !(body && body.seq === envelope.seq) ? 0 : response.status,
                // Signed out, a platform sends its sign-in page instead of an answer.
                signedOut: response.redirected || response.status === 401,
                body: body || {}
            };
        });
    }).catch(function () {
        return {status: 0, body: {}};
    })]);
}
