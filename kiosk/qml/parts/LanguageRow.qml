pragma ComponentBehavior: Bound

import QtQuick
import Hallcall

// The hall's languages, one button each, and the keys for who reads otherwise; all as wide.
Rectangle {
    id: root

    required property real unit
    required property var languages
    property var tools: []
    signal act(string key)

    readonly property int count: languages.length + tools.length

    readonly property real gap: 20 * unit
    readonly property real each: (width - gap * (count - 1)) / Math.max(1, count)

    implicitHeight: count ? Math.max(104 * unit, Theme.finger) : 0
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
            onTapped: root.act("language:" + modelData.key)
        }
    }

    Repeater {
        model: root.tools

        ToolButton {
            required property var modelData
            required property int index

            objectName: modelData.key
            unit: root.unit
            x: (root.languages.length + index) * (root.each + root.gap)
            width: root.each
            height: root.height
            tool: modelData
            onTapped: root.act(modelData.key)
        }
    }
}
