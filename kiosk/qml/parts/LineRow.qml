import QtQuick
import Hallcall

// One line to read, one of `LineMeasures.rows`: a heading, a fact with its name, a text (numbered where `number`
// is not 0), or a warning, which has a sign and an edge besides its colour.
Item {
    id: root

    required property real unit
    required property LineMeasures measures
    required property var row
    required property real pixels
    // In the visitor's language only, where both would be too small to read.
    property bool alone: false
    readonly property bool heading: row.heading
    readonly property bool warns: row.warns
    readonly property real pad: row.pad
    readonly property real mark: measures.mark(pixels)
    readonly property real above: row.named && !row.beside ? measures.nameFlow(row, pixels, alone) : 0
    readonly property real flow: measures.flow(row, pixels, alone)
    readonly property real share: flow > 0 ? Math.min(1, (height - 2 * pad) / flow) : 1

    Rectangle {
        visible: root.warns
        anchors.fill: parent
        radius: Theme.radius * root.unit
        antialiasing: true
        color: Theme.surface
        border.color: Theme.warn
        border.width: Math.max(1, 4 * root.unit)
    }

    Rectangle {
        visible: root.heading
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, 3 * root.unit)
        color: Theme.line
    }

    Rectangle {
        visible: root.row.number > 0
        y: root.pad
        width: Math.min(root.mark, root.height - 2 * root.pad)
        height: width
        radius: width / 2
        antialiasing: true
        color: Theme.primary

        Text {
            anchors.centerIn: parent
            text: root.row.number
            color: Theme.inkOnPrimary
            font { family: Theme.family("en"); bold: true; pixelSize: Math.max(1, Math.round(parent.width * 0.6)) }
        }
    }

    Icon {
        visible: root.warns
        name: "warning"
        x: 20 * root.unit
        y: root.pad + 2 * root.unit
        width: Math.min(root.mark * 0.9, root.height - 2 * root.pad)
        color: Theme.warn
    }

    Label {
        id: name
        objectName: root.objectName === "" ? "" : root.objectName + ".name"
        x: root.row.left
        y: root.pad
        width: root.row.nameWidth
        height: Math.ceil(flow * root.share)
        label: root.row.line.name
        measured: root.row.name
        alone: root.alone
        flowing: true
        pixels: root.pixels * 0.76
        alignment: Text.AlignLeft
        color: Theme.inkSoft
    }

    Label {
        id: value
        objectName: root.objectName === "" ? "" : root.objectName + ".value"
        x: root.row.left + root.row.column
        y: root.pad + root.above * root.share
        width: root.row.valueWidth
        height: Math.ceil(flow * root.share)
        label: root.row.line.value
        measured: root.row.value
        alone: root.alone
        flowing: true
        pixels: root.pixels * (root.heading ? 1.1 : 1)
        bold: root.heading || root.warns
        alignment: Text.AlignLeft
        color: root.heading ? Theme.primary : root.warns ? Theme.warn : Theme.ink
        softColor: root.warns ? Theme.warn : Theme.inkSoft
    }
}
