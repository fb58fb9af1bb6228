pragma Singleton
import QtQuick

// The colours of this window's board and the size of its letters; a layout of the hall may have others.
// Each window has an engine of its own, so that two boards of one program may differ.
QtObject {
    property color back: "#08252b"
    property color panel: "#0e343c"
    property color ink: "#ffffff"
    property color soft: "#c6dde1"
    property color call: "#ffb71b"
    property color inkOnCall: "#2b1c00"
    property color bar: "#0a4a55"
    property color inkOnBar: "#ffffff"
    property color softOnBar: "#d5e9ec"
    property real letters: 1

    function use(tints: var, size: real) {
        back = tints.back;
        panel = tints.panel;
        ink = tints.ink;
        soft = tints.soft;
        call = tints.call;
        inkOnCall = tints.on_call;
        bar = tints.bar;
        inkOnBar = tints.on_bar;
        softOnBar = tints.soft_on_bar;
        letters = size;
    }
}
