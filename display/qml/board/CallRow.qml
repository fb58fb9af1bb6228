pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// One call: number, queue, window. Who is still expected is bright and has a bar at the left edge.
Rectangle {
    id: root

    required property string key
    required property string number
    required property string window
    required property var names
    required property bool calling
    required property bool flashing
    required property bool lit
    required property bool compact
    required property real u
    readonly property bool glows: root.flashing && root.lit
    readonly property color ink: glows ? Theme.inkOnAccent : root.calling ? Theme.accent : Theme.inkOnBoardSoft
    readonly property real digits: Math.min((compact ? 64 : 72) * u, height * 0.78)
    readonly property real windowWidth: Math.min(width * 0.28, digits * 1.9)

    objectName: "row:" + root.number
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: glows ? Theme.accent : Theme.boardRow

    Rectangle {
        objectName: "bar"
        width: 10 * root.u
        height: parent.height
        radius: width / 2
        antialiasing: true
        visible: root.calling
        color: root.ink
    }

    Digits {
        id: numberText
        objectName: "number"
        x: 26 * root.u
        y: root.height / 2 + root.digits * 0.367 - baselineOffset
        width: root.compact ? arrow.x - x - 8 * root.u : root.width * 0.3 - x
        text: root.number
        size: root.digits
        color: root.ink
    }

    LineStack {
        objectName: "queue"
        x: numberText.x + numberText.width + 14 * root.u
        width: arrow.x - x - 16 * root.u
        height: parent.height
        visible: !root.compact
        lines: root.compact ? [] : root.names
        firstSize: (root.names.length > 1 ? 33 : 38) * root.u
        restSize: 25 * root.u
        wraps: root.names.length === 1
        firstColor: root.glows ? Theme.inkOnAccent : root.calling ? Theme.inkOnBoard : Theme.inkOnBoardSoft
        restColor: root.glows ? Theme.inkOnAccent : Theme.inkOnBoardSoft
    }

    Arrow {
        id: arrow
        x: windowText.x - width - 10 * root.u
        anchors.verticalCenter: parent.verticalCenter
        width: 40 * root.u
        height: 34 * root.u
        color: root.ink
    }

    Digits {
        id: windowText
        objectName: "window"
        x: root.width - width - 24 * root.u
        y: root.height / 2 + root.digits * 0.367 - baselineOffset
        width: root.windowWidth
        horizontalAlignment: Text.AlignRight
        text: root.window
        size: root.digits
        color: root.ink
    }
}
