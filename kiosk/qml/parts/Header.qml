import QtQuick
import Hallcall

// The hall's name, the time, and the language choice.
Rectangle {
    id: root

    required property real unit
    required property bool portrait
    required property var header
    required property var languages
    required property var tools
    signal act(string key)

    readonly property int count: languages.length + tools.length
    readonly property real bar: Math.max((portrait ? 190 : 150) * unit, portrait ? 0 : Theme.finger + 24 * unit)
    readonly property real row: count ? Math.max(128 * unit, Theme.finger + 24 * unit) : 0

    implicitHeight: portrait ? bar + row : bar
    height: implicitHeight
    color: Theme.banner

    Label {
        objectName: "hallName"
        anchors { left: parent.left; leftMargin: 40 * root.unit; top: parent.top; topMargin: 12 * root.unit }
        width: (root.portrait ? root.width - 360 * root.unit : root.width - root.unit * (360 + root.count * 230)) - 60 * root.unit
        height: root.bar - 24 * root.unit
        label: root.header.hall
        pixels: 56 * root.unit
        bold: true
        alignment: Text.AlignLeft
        color: Theme.inkOnBanner
        softColor: Theme.inkOnBannerSoft
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
            color: Theme.inkOnBanner
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
            color: Theme.inkOnBannerSoft
            horizontalAlignment: Text.AlignRight
        }
    }

    LanguageRow {
        objectName: "languages"
        visible: root.count > 0
        x: root.portrait ? 40 * root.unit : root.width - width - 390 * root.unit
        y: root.portrait ? root.bar : (root.bar - height) / 2
        width: root.portrait ? root.width - 80 * root.unit : root.count * 230 * root.unit - 20 * root.unit
        unit: root.unit
        languages: root.languages
        tools: root.tools
        onAct: key => root.act(key)
    }

    Rectangle {
        visible: Theme.high
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, 3 * root.unit)
        color: Theme.line
    }
}
