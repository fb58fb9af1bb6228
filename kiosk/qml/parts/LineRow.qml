import QtQuick
import Hallcall

// One line to read, {value, name, kind}: a heading, a fact with its name, a text (numbered where `number` is
// not 0), or a warning, which has a sign and an edge besides its colour. `wanted` is the height that it fills.
Item {
    id: root

    required property real unit
    required property var line
    property int number: 0
    property real pixels: 44 * unit
    // In the visitor's language only, where both would be too small to read.
    property bool alone: false
    readonly property bool heading: line.kind === "heading"
    readonly property bool warns: line.kind === "warn"
    readonly property bool named: line.name.main.text !== ""
    readonly property bool beside: named && width > 1100 * unit * Theme.scale
    readonly property real pad: (warns ? 18 : heading ? 14 : 6) * unit
    readonly property real mark: markAt(pixels)
    readonly property real gutter: number > 0 || warns ? 92 * unit * Theme.scale : 0
    readonly property real inset: warns ? 20 * unit : 0
    readonly property real column: beside ? (width - gutter) * 0.3 : 0
    readonly property real above: named && !beside ? name.flow : 0
    readonly property real flow: beside ? Math.max(name.flow, value.flow) : above + value.flow
    readonly property real wanted: wantedAt(pixels, alone)
    readonly property real share: flow > 0 ? Math.min(1, (height - 2 * pad) / flow) : 1

    // Its height where `pixels` were so many, in both languages or one.
    function wantedAt(px: real, alone: bool): real {
        const named = root.named ? roomOf(name, px * 0.76, alone) : 0;
        const told = roomOf(value, px * (heading ? 1.1 : 1), alone);
        const words = beside ? Math.max(named, told) : named + told;
        return Math.ceil(Math.max(words, number > 0 ? markAt(px) + 4 * unit : 0) + 2 * pad + 2);
    }

    function roomOf(label: Label, px: real, alone: bool): real {
        return alone ? label.aloneAt(px) : label.flowAt(px);
    }

    // The side of a step's number and of the sign of a warning.
    function markAt(px: real): real {
        return Math.min(72 * unit, px * 1.64) * Theme.scale;
    }

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
        visible: root.number > 0
        y: root.pad
        width: Math.min(root.mark, root.height - 2 * root.pad)
        height: width
        radius: width / 2
        antialiasing: true
        color: Theme.primary

        Text {
            anchors.centerIn: parent
            text: root.number
            color: Theme.inkOnPrimary
            font { family: Theme.family("en"); bold: true; pixelSize: Math.max(1, Math.round(parent.width * 0.6)) }
        }
    }

    Icon {
        visible: root.warns
        name: "warning"
        x: root.inset
        y: root.pad + 2 * root.unit
        width: Math.min(root.mark * 0.9, root.height - 2 * root.pad)
        color: Theme.warn
    }

    Label {
        id: name
        objectName: root.objectName === "" ? "" : root.objectName + ".name"
        x: root.gutter + root.inset
        y: root.pad
        width: root.beside ? root.column - 24 * root.unit : value.width
        height: Math.ceil(flow * root.share)
        label: root.line.name
        alone: root.alone
        flowing: true
        pixels: root.pixels * 0.76
        alignment: Text.AlignLeft
        color: Theme.inkSoft
    }

    Label {
        id: value
        objectName: root.objectName === "" ? "" : root.objectName + ".value"
        x: root.gutter + root.inset + root.column
        y: root.pad + root.above * root.share
        width: root.width - x - root.inset
        height: Math.ceil(flow * root.share)
        label: root.line.value
        alone: root.alone
        flowing: true
        pixels: root.pixels * (root.heading ? 1.1 : 1)
        bold: root.heading || root.warns
        alignment: Text.AlignLeft
        color: root.heading ? Theme.primary : root.warns ? Theme.warn : Theme.ink
        softColor: root.warns ? Theme.warn : Theme.inkSoft
    }
}
