pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// What came of it, in every language; nothing of the visitor.
Rectangle {
    id: root

    required property var pad
    readonly property var told: pad.told
    readonly property real finger: pad.look.finger

    color: Theme.board

    LineStack {
        objectName: "told"
        x: root.finger * 0.3
        y: root.finger * 0.3
        width: root.width - 2 * x
        height: root.height * (root.told.more.length > 0 ? 0.52 : 0.8)
        lines: root.told.lines
        firstSize: Math.min(root.finger * 0.8, width / 9)
        restSize: firstSize * 0.6
        firstBold: true
        wraps: true
        firstColor: root.told.good ? Theme.inkOnBoard : Theme.accent
        align: Text.AlignHCenter
    }

    LineStack {
        objectName: "toldMore"
        x: root.finger * 0.3
        y: root.height * 0.58
        width: root.width - 2 * x
        height: root.height * 0.28
        lines: root.told.more
        firstSize: root.finger * 0.36
        restSize: root.finger * 0.26
        align: Text.AlignHCenter
    }
}
