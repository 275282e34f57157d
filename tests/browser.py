"""A real browser, driven by the W3C WebDriver protocol: Chromium, headless, that speaks to nobody."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests import real

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_WAIT = 30


class Browser:
    """A browser with one window."""

    def __init__(self, port: int, session: str) -> None:
        """Take the driver's port and the session there."""
        self._port, self._session = port, session

    def open(self, page: Path) -> None:
        """Open a file."""
        self._post("url", url=page.as_uri())

    def size(self, width: int, height: int = 900) -> None:
        """Make the window's contents so wide and high, as a phone's are."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._chrome("Emulation.setDeviceMetricsOverride", **metrics)

    def prefer(self, scheme: str) -> None:
        """Prefer 'dark' or 'light', and nothing that moves."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self._chrome("Emulation.setEmulatedMedia", features=features)

    def scripts(self, allowed: bool) -> None:
        """Let pages run scripts, or not."""
        self._chrome("Emulation.setScriptExecutionDisabled", value=not allowed)

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script's body in the page; give what it returns."""
        return self._post("execute/sync", script=script, args=list(arguments))

    def click(self, selector: str) -> None:
        """Click on the first element of a selector."""
        self._post(f"element/{self._find(selector)}/click")

    def type(self, selector: str, text: str) -> None:
        """Type into the first element of a selector."""
        self._post(f"element/{self._find(selector)}/value", text=text)

    def press(self, key: str) -> None:
        """Press a key, wherever the focus is."""
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._post("actions", actions=[{"type": "key", "id": "keyboard", "actions": keys}])

    def name(self, selector: str) -> tuple[str, str]:
        """Give the role and the name that a screen reader hears of an element."""
        element = self._find(selector)
        return self._get(f"element/{element}/computedrole"), self._get(f"element/{element}/computedlabel")

    def pdf(self) -> bytes:
        """Print the page on A4."""
        options: dict[str, object] = {"page": {"width": 21.0, "height": 29.7}, "background": False}
        return base64.b64decode(self._post("print", **options))

    def picture(self) -> bytes:
        """Take a picture of the whole page, as PNG."""
        taken = self._chrome("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(taken["data"])

    def complaints(self) -> list[str]:
        """Give what the browser complained about since it was last asked: errors, what a policy forbids."""
        return [entry["message"] for entry in self._post("se/log", type="browser")]

    def _find(self, selector: str) -> str:
        found: dict[str, str] = self._post("element", using="css selector", value=selector)
        return found[_ELEMENT]

    def _chrome(self, command: str, **parameters: object) -> Any:
        return self._post("goog/cdp/execute", cmd=command, params=parameters)

    def _post(self, path: str, **body: object) -> Any:
        return _asked(self._port, "POST", f"/session/{self._session}/{path}", body)

    def _get(self, path: str) -> Any:
        return _asked(self._port, "GET", f"/session/{self._session}/{path}")


@contextmanager
def running(profile: Path) -> Iterator[Browser]:
    """Run a browser with a new profile."""
    driver, chromium = real.program("chromedriver"), real.program("chromium", "chromium-browser")
    started = subprocess.Popen(
        [driver, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        port = _port(started)
        options = {"binary": chromium, "args": [*_FLAGS, f"--user-data-dir={profile}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        session = _asked(port, "POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        try:
            yield Browser(port, session)
        finally:
            _asked(port, "DELETE", f"/session/{session}")
    finally:
        started.terminate()
        started.communicate(timeout=_WAIT)


def _port(driver: subprocess.Popen[str]) -> int:
    """Wait until the driver says where it listens."""
    assert driver.stdout is not None
    for said in driver.stdout:
        if "on port" in said and "started" in said:
            return int(said.rstrip(".\n").rpartition(" ")[2])
    raise AssertionError("chromedriver does not start")


def _asked(port: int, method: str, path: str, body: object = None) -> Any:
    connection = HTTPConnection("127.0.0.1", port, timeout=real.LIMIT)
    try:
        connection.request(method, path, json.dumps(body) if body is not None else None)
        answer = json.loads(connection.getresponse().read())["value"]
    finally:
        connection.close()
    assert not (isinstance(answer, dict) and "error" in answer), answer
    return answer
