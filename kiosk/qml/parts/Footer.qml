import QtQuick
import Hallcall

// What there is to say about time, and a button for more of it.
Item {
    id: root

    required property real unit
    required property var countdown
    required property var moreTime
    // Whether it stands where the hall's name is, and covers it.
    required property bool over
    signal stayed

    readonly property bool ends: countdown.main.text !== ""

    height: implicitHeight
    implicitHeight: Math.max(120 * unit, Theme.finger + 8 * unit)

    Rectangle {
        anchors.fill: parent
        visible: root.ends && root.over
        color: Theme.high ? Theme.page : Theme.accent
    }

    Label {
        objectName: "countdown"
        anchors { left: parent.left; right: more.left; top: parent.top; bottom: parent.bottom; leftMargin: 40 * root.unit; rightMargin: 20 * root.unit; topMargin: 8 * root.unit; bottomMargin: 8 * root.unit }
        label: root.countdown
        pixels: (root.over ? 56 : 40) * root.unit
        bold: true
        color: root.over && !Theme.high ? Theme.inkOnAccent : Theme.warn
        softColor: color
    }

    Button {
        id: more
        objectName: "stay"
        shown: root.ends
        readonly property real margin: (root.over ? 12 : 4) * root.unit
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom; rightMargin: 40 * root.unit; topMargin: margin; bottomMargin: margin }
        width: 420 * root.unit
        unit: root.unit
        label: root.moreTime
        onTapped: root.stayed()
    }
}
