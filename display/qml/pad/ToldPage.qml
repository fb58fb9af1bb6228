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
    readonly property real room: height - finger * 1.3
    readonly property real half: told.more.length > 0 ? room * 0.62 : room

    color: Theme.board

    Told {
        objectName: "told"
        x: root.finger * 0.2
        y: root.finger * 0.15
        width: root.width - 2 * x
        height: root.half
        lines: root.told.lines
        size: root.finger * 0.7
        color: root.told.good ? Theme.inkOnBoard : Theme.accent
    }

    Told {
        objectName: "toldMore"
        x: root.finger * 0.2
        y: root.finger * 0.15 + root.half
        width: root.width - 2 * x
        height: root.room - root.half
        lines: root.told.more
        size: root.finger * 0.36
        color: Theme.inkOnBoard
    }
}
