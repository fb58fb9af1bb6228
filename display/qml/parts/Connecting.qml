pragma ComponentBehavior: Bound

import QtQuick

// Before the hall is known: the same calm page in every hall.
Item {
    id: root

    required property var lines
    required property real u

    LineStack {
        objectName: "connectingLine"
        anchors.centerIn: parent
        width: parent.width * 0.9
        height: 400 * root.u
        lines: root.lines
        firstSize: 96 * root.u
        restSize: 60 * root.u
        align: Text.AlignHCenter
    }
}
