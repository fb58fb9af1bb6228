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
    required property var name
    required property bool calling
    required property bool flashing
    required property string way
    required property string floor
    required property bool lit
    required property bool compact
    required property real digits
    required property real numberWidth
    required property real windowWidth
    required property real u
    readonly property bool glows: root.flashing && root.lit
    readonly property color ink: glows ? Tints.inkOnCall : root.calling ? Tints.call : Tints.soft

    objectName: "row:" + root.number
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: glows ? Tints.call : Tints.panel

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
        width: root.numberWidth
        text: root.number
        size: root.digits
        color: root.ink
    }

    LineStack {
        objectName: "queue"
        x: numberText.x + numberText.width + 14 * root.u
        width: direction.x - x - 16 * root.u
        height: parent.height
        visible: !root.compact
        // Who is called stands above what for, in the first language.
        lines: root.compact ? [] : root.name.length ? root.name.concat(root.names.slice(0, 1)) : root.names
        firstSize: (root.name.length ? 52 : root.names.length > 1 ? 38 : 42) * root.u * Tints.letters
        restSize: 30 * root.u * Tints.letters
        wraps: true
        firstColor: root.glows ? Tints.inkOnCall : root.calling ? Tints.ink : Tints.soft
        restColor: root.glows ? Tints.inkOnCall : Tints.soft
    }

    LineStack {
        objectName: "masked"
        x: numberText.x + numberText.width
        width: direction.x - x - 20 * root.u
        height: parent.height
        // Without the queues' names it stands there alone, where that leaves it room.
        visible: root.compact && root.name.length > 0 && width > 70 * root.u
        lines: visible ? root.name : []
        firstSize: Math.min(root.digits * 0.6, 52 * root.u * Tints.letters)
        restSize: firstSize
        firstColor: root.ink
    }

    Direction {
        id: direction
        x: windowText.x - width - 10 * root.u
        anchors.verticalCenter: parent.verticalCenter
        size: 40 * root.u
        way: root.way
        floor: root.floor
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
