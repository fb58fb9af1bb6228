import QtQuick
import Hallcall

// Words in the visitor's language, and beneath them, smaller, in the hall's other one.
Item {
    id: root

    required property var label
    required property real pixels
    // Of the words beneath.
    property real small: pixels * 0.62
    property color color: Theme.ink
    property color softColor: Theme.inkSoft
    property bool bold: false
    property int alignment: Text.AlignHCenter
    // The box is as high as the words wrapped to its width; otherwise the words are made smaller to fit it.
    property bool flowing: false
    // Only what is in the visitor's language.
    property bool alone: false
    // Of `Theme.measured`; who has measured it already says so.
    property var measured: Theme.measured(label, bold)
    readonly property real flow: Theme.flow(measured, pixels, width, alone)
    readonly property bool told: label.main.text !== ""
    readonly property bool both: label.below.text !== "" && !alone
    // What is left above the words, where there are two languages.
    readonly property real spare: both ? main.height - main.contentHeight : 0
    readonly property real wanted: Theme.labelRoom(label, pixels, alone)

    visible: told
    implicitHeight: flowing ? flow : wanted

    // The part of the height that the words in the visitor's language have.
    property real share: {
        if (flowing)
            return flow > 0 ? Theme.flowWords(measured.main, pixels, width) / flow : 1;
        const large = Theme.lineRoom(label.main.lang);
        const small = Theme.lineRoom(label.below.lang) * 0.62;
        return large / (large + small);
    }

    // Its height, wrapped to its width, where `pixels` were so many.
    function flowAt(px: real): real {
        return Theme.flow(measured, px, width, false);
    }

    Said {
        id: main
        objectName: root.objectName === "" ? "" : root.objectName + ".main"
        said: root.label.main
        measured: root.measured.main
        pixels: root.pixels
        color: root.color
        bold: root.bold
        horizontalAlignment: root.alignment
        width: root.width
        height: root.both ? root.height * root.share : root.height
        verticalAlignment: root.both ? Text.AlignBottom : Text.AlignVCenter
    }

    Said {
        objectName: root.objectName === "" ? "" : root.objectName + ".below"
        said: root.label.below
        measured: root.measured.below
        visible: root.both
        second: true
        pixels: root.small
        color: root.softColor
        horizontalAlignment: root.alignment
        verticalAlignment: Text.AlignTop
        y: main.height
        width: root.width
        height: root.height - main.height
    }
}
