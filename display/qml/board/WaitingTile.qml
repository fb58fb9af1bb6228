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
    required property real u

    objectName: "tile:" + key
    radius: Theme.radius * 0.6 * u
    antialiasing: true
    color: Theme.boardRow

    LineStack {
        objectName: "name"
        x: 18 * root.u
        width: count.x - x - 12 * root.u
        height: parent.height
        lines: root.names
        firstSize: 38 * root.u
        restSize: 26 * root.u
        wraps: true
    }

    Digits {
        id: count
        objectName: "waiting"
        anchors { right: parent.right; rightMargin: 20 * root.u; verticalCenter: parent.verticalCenter }
        text: root.waiting
        size: 76 * root.u
        fontSizeMode: Text.FixedSize
    }
}
