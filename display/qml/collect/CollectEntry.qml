pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../board"
import "../parts"

// One result: its number, and the window that gives it out, near each other whatever the width.
Rectangle {
    id: root

    required property string key
    required property string number
    required property string window
    required property var place
    required property string day
    required property bool flashing
    required property bool lit
    required property real digits
    required property real numberWidth
    required property real windowWidth
    required property real u
    readonly property bool glows: root.flashing && root.lit
    readonly property color ink: glows ? Tints.inkOnCall : Tints.call
    readonly property real pad: 26 * u
    readonly property real between: digits * 1.25
    // What is left over goes to both sides, a little of it between number and window.
    readonly property real spare: Math.max(0, width - 2 * pad - numberWidth - windowWidth - between)

    objectName: "entry:" + root.number
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: glows ? Tints.call : Tints.panel

    Digits {
        id: numberText
        objectName: "number"
        x: root.pad + root.spare * 0.1
        y: root.height / 2 + root.digits * 0.367 - baselineOffset
        width: root.numberWidth
        text: root.number
        size: root.digits
        color: root.ink
    }

    Digits {
        objectName: "day"
        x: arrow.x + (arrow.width - width) / 2
        y: root.height / 2 - root.digits * 0.16 - baselineOffset
        width: root.between * 0.94
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        text: root.day
        size: root.digits * 0.32
        color: root.glows ? Tints.inkOnCall : Tints.soft
    }

    Arrow {
        id: arrow
        x: (numberText.x + numberText.width + windowX - width) / 2
        y: root.height / 2 - height / 2 + (root.day !== "" ? root.digits * 0.17 : 0)
        readonly property real windowX: root.width - root.windowWidth - root.pad - root.spare * 0.1
        width: root.digits * 0.62
        height: root.digits * 0.42
        color: root.ink
    }

    Digits {
        objectName: "window"
        x: arrow.windowX
        y: root.height / 2 + root.digits * 0.367 - baselineOffset
        width: root.windowWidth
        visible: text !== ""
        horizontalAlignment: Text.AlignRight
        text: root.window
        size: root.digits
        color: root.glows ? Tints.inkOnCall : Tints.ink
    }

    LineStack {
        objectName: "place"
        x: arrow.x + arrow.width + root.digits * 0.3
        width: root.width - x - root.pad
        height: root.height
        visible: root.window === ""
        lines: root.place
        firstSize: Math.min(root.digits * 0.5, root.height * 0.34)
        restSize: firstSize * 0.66
        align: Text.AlignRight
        firstColor: root.glows ? Tints.inkOnCall : Tints.ink
        restColor: root.glows ? Tints.inkOnCall : Tints.soft
    }
}
