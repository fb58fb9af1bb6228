import QtQuick
import Hallcall

// One choice: its name, where it is, and how many wait; or that it is closed, and until when. Beside each other
// where the tile is wide and low. A closed one can be touched too: the core knows best, and says why.
Rectangle {
    id: root

    required property real unit
    required property string key
    required property var name
    required property var place
    required property var waiting
    required property bool closed
    required property bool chosen
    signal tapped

    readonly property real pad: 22 * unit
    readonly property bool low: width > 3.4 * height
    readonly property real strip: Math.max(44 * unit, Math.min(height * 0.3, 76 * unit * Theme.scale))
    // Windows take more room than a floor, and a date and time still more.
    readonly property real side: low ? (width - 3 * pad) * (closed ? 0.42 : key.startsWith("zone:") ? 0.27 : 0.36) : (width - 2 * pad) * 0.4
    readonly property real footPixels: Math.min(34 * unit, Math.max(27 * unit, height * 0.24))

    objectName: key
    radius: Theme.radius * unit
    antialiasing: true
    color: area.pressed ? Theme.surfacePressed : closed ? "transparent" : Theme.surface
    border.color: area.pressed || chosen ? Theme.primary : Theme.line
    border.width: Math.max(1, (chosen ? 8 : 3) * unit)
    Accessible.role: Accessible.Button
    Accessible.checked: chosen
    Accessible.name: name.main.text + ", " + waiting.text
    Accessible.onPressAction: tapped()

    // A long name is wrapped; what says it again beneath stands in one line.
    Label {
        readonly property real room: root.height - 10 * root.unit - (root.low ? 0 : root.strip)
        readonly property real usual: Math.min(54 * root.unit, root.height * (root.low ? 0.36 : 0.34))
        readonly property real beneath: both ? Theme.lineRoom(root.name.below.lang) * 0.62 * usual * Theme.scale : 0
        readonly property real part: Theme.shrunk(room, part => Theme.flowWords(measured.main, usual * part, width) + beneath * Math.max(part, 0.64))
        readonly property real main: Theme.flowWords(measured.main, pixels, width)
        readonly property real tall: main + beneath * Math.max(part, 0.64)

        objectName: root.key + ".name"
        x: root.pad
        y: 5 * root.unit + (room - height) / 2
        width: root.low ? root.width - 3 * root.pad - root.side : root.width - 2 * root.pad
        height: Math.min(room, tall)
        share: main / Math.max(1, tall)
        label: root.name
        pixels: usual * part
        small: usual * Math.max(part, 0.64) * 0.62
        bold: !root.closed
        alignment: Text.AlignLeft
        color: root.closed ? Theme.inkSoft : Theme.primary
    }

    Said {
        objectName: root.key + ".waiting"
        x: root.width - root.pad - width
        y: root.low ? root.height * 0.1 : root.height - root.strip - 6 * root.unit
        width: root.side
        height: root.low ? root.height * 0.4 : root.strip
        said: root.waiting
        pixels: root.footPixels
        bold: root.closed
        color: root.closed ? Theme.warn : Theme.ink
        horizontalAlignment: Text.AlignRight
    }

    Said {
        objectName: root.key + ".place"
        x: root.low ? root.width - root.pad - width : root.pad
        y: root.low ? root.height * 0.5 : root.height - root.strip - 6 * root.unit
        // Several windows, or a date and a time, take more room than how many wait.
        width: root.low ? root.side : root.width - 2 * root.pad - root.side
        height: root.low ? root.height * 0.4 : root.strip
        said: root.place
        pixels: root.footPixels
        color: root.closed ? Theme.warn : Theme.inkSoft
        horizontalAlignment: root.low ? Text.AlignRight : Text.AlignLeft
    }

    Icon {
        objectName: root.key + ".tick"
        visible: root.chosen
        name: "check"
        width: Math.min(90 * root.unit, root.height * 0.5)
        x: root.width - root.pad - width
        y: root.low ? root.height * 0.06 : root.pad
        stroke: 3
        color: Theme.primary
    }

    MouseArea {
        id: area
        anchors.fill: parent
        onClicked: root.tapped()
    }
}
