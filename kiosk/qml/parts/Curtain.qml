import QtQuick
import Hallcall

// A message over the page; the page beneath takes no touch.
Rectangle {
    id: root

    required property real unit
    required property var message
    property var button: ({ main: { text: "", lang: "" }, below: { text: "", lang: "" } })
    signal closed

    color: "#b3062a31"

    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        anchors.centerIn: parent
        width: Math.min(parent.width - 120 * root.unit, 1200 * root.unit * Theme.scale)
        height: Math.min(parent.height - 80 * root.unit, (root.button.main.text === "" ? 380 : 620) * root.unit * Theme.scale)
        radius: Theme.radius * root.unit
        antialiasing: true
        color: Theme.surface
        border.color: Theme.line
        border.width: Theme.high ? Math.max(2, 4 * root.unit) : 0

        Label {
            objectName: root.objectName + ".message"
            anchors { top: parent.top; left: parent.left; right: parent.right; bottom: ok.visible ? ok.top : parent.bottom; margins: 48 * root.unit }
            label: root.message
            pixels: 60 * root.unit
            bold: true
            color: Theme.primary
        }

        Button {
            id: ok
            objectName: root.objectName + ".ok"
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 48 * root.unit }
            unit: root.unit
            label: root.button
            onTapped: root.closed()
        }
    }
}
