pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "../parts"

// How many wait in one queue or zone.
Rectangle {
    id: root

    required property string key
    required property var names
    required property string waiting
    required property var wait
    required property real u

    readonly property real below: wait.length > 0 ? 46 * u : 0
    readonly property bool low: below > 0 && height < 175 * u

    objectName: "tile:" + key
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Tints.panel

    LineStack {
        objectName: "name"
        x: 18 * root.u
        width: count.x - x - 12 * root.u
        height: parent.height - root.below
        // Where there is no room for all, how long it takes is more than a name in another language.
        lines: root.low ? root.names.slice(0, 1) : root.names
        firstSize: 38 * root.u * Tints.letters
        restSize: 26 * root.u * Tints.letters
        wraps: true
        firstColor: Tints.ink
        restColor: Tints.soft
    }

    Digits {
        id: count
        objectName: "waiting"
        anchors { right: parent.right; rightMargin: 20 * root.u; verticalCenter: parent.verticalCenter; verticalCenterOffset: -root.below * 0.45 }
        text: root.waiting
        size: Math.min(76 * root.u, (root.height - root.below) * 0.9)
        fontSizeMode: Text.FixedSize
    }

    Words {
        objectName: "wait"
        x: 18 * root.u
        y: root.height - 20 * root.u - baselineOffset
        width: root.width - 2 * x
        line: root.wait[0] ?? null
        size: 32 * root.u * Tints.letters
        color: Tints.ink
    }
}
