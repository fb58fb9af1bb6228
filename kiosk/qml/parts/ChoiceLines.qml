import QtQuick
import Hallcall

// What the devices have to say before anything is chosen: that no slips come out, and whose card lies there or
// that one may be laid on.
Column {
    id: root

    required property real unit
    required property var choice

    spacing: 10 * unit

    Rectangle {
        visible: root.choice.trouble.main.text !== ""
        width: parent.width
        height: trouble.wanted + 28 * root.unit
        radius: Theme.radius * root.unit
        antialiasing: true
        color: Theme.surface
        border.color: Theme.warn
        border.width: Math.max(1, 4 * root.unit)

        Label {
            id: trouble
            objectName: "trouble"
            anchors { fill: parent; leftMargin: 24 * root.unit; rightMargin: 24 * root.unit; topMargin: 6 * root.unit; bottomMargin: 6 * root.unit }
            label: root.choice.trouble
            pixels: 38 * root.unit
            bold: true
            color: Theme.warn
            softColor: color
        }
    }

    Rectangle {
        visible: root.choice.greeting.main.text !== ""
        width: parent.width
        height: greeting.wanted + 20 * root.unit
        radius: Theme.radius * root.unit
        antialiasing: true
        color: Theme.surface
        border.color: Theme.line
        border.width: Math.max(1, 3 * root.unit)

        Label {
            id: greeting
            objectName: "greeting"
            anchors { fill: parent; leftMargin: 24 * root.unit; rightMargin: 24 * root.unit; topMargin: 4 * root.unit; bottomMargin: 4 * root.unit }
            label: root.choice.greeting
            pixels: 36 * root.unit
            color: Theme.primary
        }
    }
}
