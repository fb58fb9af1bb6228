import QtQuick
import Hallcall
import "../parts"

// Where to go: an arrow, or the floor where that is another one.
Item {
    id: root

    required property string way
    required property string floor
    required property color color
    required property real size
    readonly property var turns: ({ left: 180, right: 0, up: -90, ahead: -90, down: 90, back: 90 })

    width: floor === "" ? size : size * 1.5
    height: size * 0.85

    Arrow {
        visible: root.floor === ""
        anchors.fill: parent
        rotation: root.turns[root.way] ?? 0
        color: root.color
    }

    Digits {
        objectName: "floor"
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        visible: root.floor !== ""
        text: root.floor
        size: root.size
        color: root.color
    }
}
