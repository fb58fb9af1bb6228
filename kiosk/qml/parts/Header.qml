pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The hall's name, the time, and the language choice.
Rectangle {
    id: root

    required property real unit
    required property bool portrait
    required property var header
    required property var languages
    signal chosen(string language)

    readonly property real bar: (portrait ? 190 : 150) * unit
    readonly property real row: languages.length ? 128 * unit : 0

    height: portrait ? bar + row : bar
    color: Theme.primary

    Label {
        objectName: "hallName"
        anchors { left: parent.left; leftMargin: 40 * root.unit; top: parent.top; topMargin: 12 * root.unit }
        width: (root.portrait ? root.width - 360 * root.unit : root.width - root.unit * (360 + root.languages.length * 230)) - 60 * root.unit
        height: root.bar - 24 * root.unit
        label: root.header.hall
        pixels: 56 * root.unit
        bold: true
        alignment: Text.AlignLeft
        color: Theme.inkOnPrimary
        softColor: Theme.inkOnPrimarySoft
    }

    Column {
        id: time
        anchors { right: parent.right; rightMargin: 40 * root.unit; top: parent.top; topMargin: 12 * root.unit }
        width: 320 * root.unit
        height: root.bar - 24 * root.unit

        Text {
            objectName: "clock"
            width: parent.width
            height: parent.height * 0.58
            text: root.header.clock
            color: Theme.inkOnPrimary
            font.family: Theme.family("en")
            font.pixelSize: 68 * root.unit
            font.bold: true
            fontSizeMode: Text.Fit
            minimumPixelSize: 30 * root.unit
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
        }

        Said {
            objectName: "day"
            width: parent.width
            height: parent.height * 0.42
            said: root.header.day
            pixels: 30 * root.unit
            color: Theme.inkOnPrimarySoft
            horizontalAlignment: Text.AlignRight
        }
    }

    Row {
        objectName: "languages"
        visible: root.languages.length > 0
        spacing: 20 * root.unit
        height: 104 * root.unit
        x: root.portrait ? 40 * root.unit : root.width - width - 390 * root.unit
        y: root.portrait ? root.bar : (root.bar - height) / 2

        Repeater {
            model: root.languages

            LanguageButton {
                required property var modelData

                objectName: "language:" + modelData.key
                unit: root.unit
                width: root.portrait ? (root.width - root.unit * (80 + 20 * (root.languages.length - 1))) / root.languages.length : 210 * root.unit
                height: parent.height
                language: modelData
                onTapped: root.chosen(modelData.key)
            }
        }
    }
}
