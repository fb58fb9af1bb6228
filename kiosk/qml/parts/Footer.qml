import QtQuick
import Hallcall

// What there is to say about time, and to the technician.
Item {
    id: root

    required property real unit
    required property var countdown
    required property string fontLine

    height: 96 * unit

    Label {
        objectName: "countdown"
        anchors { fill: parent; leftMargin: 40 * root.unit; rightMargin: 40 * root.unit }
        label: root.countdown
        pixels: 38 * root.unit
        bold: true
        color: Theme.warn
    }

    Text {
        objectName: "fontLine"
        visible: text !== ""
        anchors { right: parent.right; bottom: parent.bottom; margins: 8 * root.unit }
        text: root.fontLine
        color: Theme.warn
        font.family: Theme.family("en")
        font.pixelSize: 22 * root.unit
    }
}
