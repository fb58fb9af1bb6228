import QtQuick
import Hallcall

// Words in the visitor's language, and beneath them, smaller, in the hall's other one.
Item {
    id: root

    required property var label
    required property real pixels
    property color color: Theme.ink
    property color softColor: Theme.inkSoft
    property bool bold: false
    property int alignment: Text.AlignHCenter
    // The box is as high as the words wrapped to its width; otherwise the words are made smaller to fit it.
    property bool flowing: false
    // Only what is in the visitor's language.
    property bool alone: false
    readonly property real flow: alone ? aloneAt(pixels) : flowAt(pixels)
    readonly property bool both: label.below.text !== "" && !alone
    readonly property real scaled: pixels * Theme.scale
    readonly property real wanted: Theme.lineRoom(label.main.lang) * scaled + (both ? Theme.lineRoom(label.below.lang) * scaled * 0.62 : 0)

    visible: label.main.text !== ""
    implicitHeight: flowing ? flow : wanted

    readonly property real share: {
        if (flowing)
            return flow > 0 ? room(label.main, pixels, mainWidth.advanceWidth) / flow : 1;
        const large = Theme.lineRoom(label.main.lang);
        const small = Theme.lineRoom(label.below.lang) * 0.62;
        return large / (large + small);
    }

    // Its height, wrapped to its width, where `pixels` were so many.
    function flowAt(px: real): real {
        return room(label.main, px, mainWidth.advanceWidth) + room(label.below, px * 0.62, belowWidth.advanceWidth);
    }

    // The same, where its words are said in the visitor's language alone.
    function aloneAt(px: real): real {
        return room(label.main, px, mainWidth.advanceWidth);
    }

    function room(said: var, px: real, advance: real): real {
        const full = Theme.size(px * Theme.scale, said.lang);
        return said.text === "" ? 0 : Theme.room(full, width, advance, Theme.longest(said.text, said.lang), said.lang);
    }

    TextMetrics {
        id: mainWidth
        font { family: Theme.family(root.label.main.lang); bold: root.bold; pixelSize: 100 }
        text: root.label.main.text
    }

    TextMetrics {
        id: belowWidth
        font { family: Theme.family(root.label.below.lang); pixelSize: 100 }
        text: root.label.below.text
    }

    Said {
        id: main
        objectName: root.objectName === "" ? "" : root.objectName + ".main"
        said: root.label.main
        pixels: root.pixels
        color: root.color
        bold: root.bold
        horizontalAlignment: root.alignment
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: root.both ? parent.height * root.share : parent.height
        verticalAlignment: root.both ? Text.AlignBottom : Text.AlignVCenter
    }

    Said {
        objectName: root.objectName === "" ? "" : root.objectName + ".below"
        said: root.label.below
        visible: root.both
        second: true
        pixels: root.pixels * 0.62
        color: root.softColor
        horizontalAlignment: root.alignment
        verticalAlignment: Text.AlignTop
        anchors { left: parent.left; right: parent.right; top: main.bottom; bottom: parent.bottom }
    }
}
