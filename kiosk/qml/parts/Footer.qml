import QtQuick
import Hallcall

// What there is to say about time, a button for more of it, and a line to the technician.
Item {
    id: root

    required property real unit
    required property var countdown
    required property var moreTime
    required property string fontLine
    signal stayed

    readonly property bool ends: countdown.main.text !== ""

    height: Math.max(120 * unit, Theme.finger + 8 * unit)

    Label {
        objectName: "countdown"
        anchors { left: parent.left; right: more.left; top: parent.top; bottom: parent.bottom; leftMargin: 40 * root.unit; rightMargin: 20 * root.unit; topMargin: 8 * root.unit; bottomMargin: 8 * root.unit }
        label: root.countdown
        pixels: 40 * root.unit
        bold: true
        color: Theme.warn
    }

    Button {
        id: more
        objectName: "stay"
        shown: root.ends
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom; rightMargin: 40 * root.unit; topMargin: 4 * root.unit; bottomMargin: 4 * root.unit }
        width: 420 * root.unit
        unit: root.unit
        label: root.moreTime
        onTapped: root.stayed()
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
