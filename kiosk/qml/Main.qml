pragma ComponentBehavior: Bound

import QtQuick
import Hallcall
import "parts"

// The whole screen. `vm` is kiosk.view_model.KioskViewModel.
Rectangle {
    id: root

    required property var vm
    readonly property string layout: vm.view.layout
    readonly property bool framed: layout !== "outOfService" && layout !== "saver"
    // A screen of 4:3 or 5:4 is laid out as a tall one.
    readonly property bool portrait: height > 0.7 * width
    readonly property real unit: Math.max(0.1, portrait ? Math.min(width / 1080, height / 1500) : Math.min(height / 1080, width / 1620))

    color: Theme.page

    PointHandler {
        onActiveChanged: {
            if (active)
                root.vm.touched();
        }
    }

    Header {
        id: header
        objectName: "header"
        visible: root.framed
        anchors { top: parent.top; left: parent.left; right: parent.right }
        unit: root.unit
        portrait: root.portrait
        header: root.vm.header
        languages: root.layout === "number" ? [] : root.vm.languages
        onChosen: language => root.vm.act("language:" + language)
    }

    Item {
        id: body
        anchors { top: header.bottom; left: parent.left; right: parent.right; bottom: bar.top; bottomMargin: bar.visible ? 24 * root.unit : 0 }

        Page {
            layout: "tiles"
            sourceComponent: TilesView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "search"
            sourceComponent: SearchView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "number"
            sourceComponent: NumberView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }

        Page {
            layout: "message"
            sourceComponent: MessageView {
                unit: root.unit
                portrait: root.portrait
                vm: root.vm
            }
        }
    }

    BottomBar {
        id: bar
        objectName: "bar"
        visible: root.framed
        anchors { left: parent.left; right: parent.right; bottom: footer.top; leftMargin: 40 * root.unit; rightMargin: 40 * root.unit }
        height: implicitHeight
        unit: root.unit
        buttons: root.vm.buttons
        onAct: key => root.vm.act(key)
    }

    Footer {
        id: footer
        objectName: "footer"
        visible: root.framed
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        unit: root.unit
        countdown: root.vm.countdown
        moreTime: root.vm.words.moreTime
        fontLine: root.vm.fontLine
        onStayed: root.vm.act("stay")
    }

    Page {
        layout: "outOfService"
        sourceComponent: OutOfServiceView {
            unit: root.unit
            vm: root.vm
        }
    }

    Curtain {
        objectName: "busy"
        visible: root.vm.busy
        anchors.fill: parent
        unit: root.unit
        message: root.vm.words.moment
    }

    // A page that is there while its layout is shown.
    component Page: Loader {
        required property string layout

        objectName: layout + "View"
        anchors.fill: parent
        active: layout === root.layout
        visible: active
    }
}
