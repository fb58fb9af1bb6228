import QtQuick
import Hallcall

// One choice: its name, where it is, and how many wait.
Rectangle {
    id: root

    required property real unit
    required property string key
    required property var name
    required property var place
    required property var waiting
    signal tapped

    readonly property real pad: 20 * unit
    readonly property real strip: Math.max(46 * unit, Math.min(height * 0.3, 76 * unit))

    objectName: key
    radius: Theme.radius * unit
    antialiasing: true
    color: area.pressed ? Theme.surfacePressed : Theme.surface
    border.color: area.pressed ? Theme.primary : Theme.line
    border.width: Math.max(1, 3 * unit)
    Accessible.role: Accessible.Button
    Accessible.name: name.main.text + ", " + waiting.text
    Accessible.onPressAction: tapped()

    Label {
        objectName: root.key + ".name"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top; leftMargin: root.pad; rightMargin: root.pad; topMargin: 6 * root.unit }
        label: root.name
        pixels: Math.min(52 * root.unit, root.height * 0.3)
        bold: true
        alignment: Text.AlignLeft
        color: Theme.primary
    }

    Item {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: root.pad; rightMargin: root.pad; bottomMargin: 6 * root.unit }
        height: root.strip

        Said {
            objectName: root.key + ".place"
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
            width: parent.width * 0.5
            said: root.place
            pixels: 32 * root.unit
            color: Theme.inkSoft
        }

        Said {
            objectName: root.key + ".waiting"
            anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
            width: parent.width * 0.5
            said: root.waiting
            pixels: 32 * root.unit
            horizontalAlignment: Text.AlignRight
        }
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
