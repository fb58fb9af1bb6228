pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The hall's languages, one button each, all as wide.
Rectangle {
    id: root

    required property real unit
    required property var languages
    signal chosen(string language)

    readonly property real gap: 20 * unit
    readonly property real each: (width - gap * (languages.length - 1)) / Math.max(1, languages.length)

    implicitHeight: languages.length ? Math.max(104 * unit, Theme.finger) : 0
    color: Theme.banner

    Repeater {
        model: root.languages

        LanguageButton {
            required property var modelData
            required property int index

            objectName: "language:" + modelData.key
            unit: root.unit
            x: index * (root.each + root.gap)
            width: root.each
            height: root.height
            language: modelData
            onTapped: root.chosen(modelData.key)
        }
    }
}
