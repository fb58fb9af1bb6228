pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Hallcall
import "../board"
import "../parts"

// The numbers that can be collected with their windows, newest first; as large as they all allow, then in pages.
Item {
    id: root

    required property var collect
    required property real u
    // A part of a board says what it is; a screen of its own has that in its header.
    property bool titled: false
    readonly property var room: collect.room
    readonly property real strip: room.strip
    readonly property real gap: 12 * u
    readonly property real entryWidth: (width - gap * (room.columns - 1)) / room.columns
    readonly property real entryHeight: (height - strip - gap * (room.rows - 1)) / room.rows
    readonly property var words: titled ? collect.titles : collect.please

    function measure() {
        root.collect?.measured(root.width, root.height, root.Window.width, root.Window.height, Screen.pixelDensity);
    }

    onWidthChanged: measure()
    onHeightChanged: measure()
    Component.onCompleted: measure()

    LineRow {
        objectName: "please"
        x: 8 * root.u
        width: root.width - pageText.width - 40 * root.u
        height: root.strip
        visible: !root.room.stacked && (root.collect.noneYet.length === 0 || root.titled)
        lines: visible ? root.words : []
        firstSize: 44 * root.u * Tints.letters
        restSize: 38 * root.u * Tints.letters
        centred: false
        color: Tints.ink
    }

    LineStack {
        objectName: "stacked"
        x: 8 * root.u
        width: root.width - pageText.width - x
        height: root.strip - 8 * root.u
        visible: root.room.stacked && (root.collect.noneYet.length === 0 || root.titled)
        lines: root.words
        firstSize: 46 * root.u * Tints.letters
        restSize: 34 * root.u * Tints.letters
        firstColor: Tints.ink
        restColor: Tints.soft
    }

    Digits {
        id: pageText
        objectName: "page"
        x: root.width - width
        y: root.strip * (root.room.stacked ? 0.5 : 0.62) - baselineOffset
        width: 110 * root.u
        horizontalAlignment: Text.AlignRight
        text: root.collect.page
        size: 44 * root.u
        color: Tints.soft
    }

    // Down the columns, one after another. No Grid: while entries change it has too many for a moment.
    Repeater {
        model: root.collect.entries
        CollectEntry {
            required property int index
            x: Math.floor(index / root.room.rows) * (root.entryWidth + root.gap)
            y: root.strip + index % root.room.rows * (root.entryHeight + root.gap)
            width: root.entryWidth
            height: root.entryHeight
            digits: root.room.digits
            numberWidth: root.room.digits * 0.62 * root.collect.numberLetters
            windowWidth: root.room.digits * 0.62 * root.collect.windowLetters
            lit: root.collect.lit
            u: root.u
        }
    }

    Rectangle {
        objectName: "noneYet"
        y: root.titled ? root.strip : 0
        width: root.width
        height: root.height - y
        radius: Theme.radius * root.u
        antialiasing: true
        visible: root.collect.noneYet.length > 0
        color: Tints.panel

        LineStack {
            objectName: "noneYetLine"
            x: 32 * root.u
            width: parent.width - 2 * x
            height: parent.height
            lines: root.collect.noneYet
            firstSize: 60 * root.u * Tints.letters
            restSize: 46 * root.u * Tints.letters
            align: Text.AlignHCenter
            firstColor: Tints.ink
            restColor: Tints.soft
        }
    }
}
