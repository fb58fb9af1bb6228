import QtQuick
import Hallcall

// One key of a touch keyboard; it types once, when the finger is lifted, however long it was held.
Rectangle {
    id: root

    required property real unit
    required property var face
    readonly property bool types: face.key.length === 1 && face.key !== "\b" && face.key !== " "
    signal tapped

    objectName: "key:" + (face.key === "\b" ? "erase" : face.key === " " ? "space" : face.key)
    radius: Theme.radius * unit
    antialiasing: true
    color: area.pressed ? Theme.primary : types ? Theme.surface : Theme.surfacePressed
    border.color: area.pressed ? Theme.primaryPressed : Theme.line
    border.width: Math.max(1, 3 * unit)
    Accessible.role: Accessible.Button
    Accessible.name: face.name
    Accessible.onPressAction: tapped()

    Said {
        x: 6 * root.unit
        y: 6 * root.unit
        width: root.width - 2 * x
        height: root.height - 2 * y
        said: root.face.shown
        pixels: root.types ? 58 * root.unit : 40 * root.unit
        bold: root.types
        color: area.pressed ? Theme.inkOnPrimary : Theme.primary
        horizontalAlignment: Text.AlignHCenter
        Accessible.ignored: true
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
