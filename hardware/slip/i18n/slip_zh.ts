<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>slip</name>
    <message>
        <source>COPY</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>PRIORITY</source>
        <translation>优先</translation>
    </message>
    <message>
        <source>Complaints {phone}</source>
        <translation>投诉电话 {phone}</translation>
    </message>
    <message>
        <source>Phone {phone}</source>
        <translation>服务电话 {phone}</translation>
    </message>
    <message>
        <source>Scan to see your place in the queue</source>
        <translation>扫码查看排队进度</translation>
    </message>
    <message>
        <source>Name {name}</source>
        <translation>姓名 {name}</translation>
    </message>
    <message>
        <source>ID ending in {last}</source>
        <translation>证件尾号 {last}</translation>
    </message>
    <message>
        <source>Floor {floor}</source>
        <translation>{floor}楼</translation>
    </message>
    <message>
        <source>Window {windows}</source>
        <translation>{windows}号窗口</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Clerk&apos;s signature</source>
        <translation>经办人签字</translation>
    </message>
    <message>
        <source>Visitor&apos;s signature</source>
        <translation>申请人签字</translation>
    </message>
    <message>
        <source>What you need, told once</source>
        <translation>一次性告知单</translation>
    </message>
    <message>
        <source>Limit by law</source>
        <translation>法定时限</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺时限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>{count}个工作日</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count}分钟</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Papers to bring</source>
        <translation>所需材料</translation>
    </message>
    <message>
        <source>Ticked: still missing</source>
        <translation>打勾的为尚缺材料</translation>
    </message>
    <message>
        <source>From: {issuer}</source>
        <translation>出具：{issuer}</translation>
    </message>
    <message>
        <source>Steps, in this order</source>
        <translation>办理步骤（按顺序）</translation>
    </message>
    <message>
        <source>Step {step}: {name}</source>
        <translation>第{step}步：{name}</translation>
    </message>
    <message>
        <source>Not accepted today</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>理由：{reason}</translation>
    </message>
    <message>
        <source>What you can do: {remedy}</source>
        <translation>补救途径：{remedy}</translation>
    </message>
    <message>
        <source>Scan to see this list</source>
        <translation>扫码查看本清单</translation>
    </message>
    <message>
        <source>Call-back list</source>
        <translation>电话回访单</translation>
    </message>
    <message>
        <source>□ Reached   □ Problem   □ Satisfied</source>
        <translation>□ 已接通   □ 有问题   □ 满意</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Rated {level} of 5</source>
        <translation>评价 {level} 分（满分5分）</translation>
    </message>
    <message>
        <source>{count} of {finished} visits, draw {seed}</source>
        <translation>抽样 {count} / {finished}，批次 {seed}</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>回访人签字</translation>
    </message>
    <message>
        <source>Nobody to call</source>
        <translation>今日无需回访</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>日结单</translation>
    </message>
    <message>
        <source>taken {taken} · served {served} · passed {passed} · void {void}</source>
        <translation>取号 {taken} · 办结 {served} · 过号 {passed} · 作废 {void}</translation>
    </message>
    <message>
        <source>came from elsewhere {joined} · sent on {moved} · open {open}</source>
        <translation>转入 {joined} · 转出 {moved} · 未结 {open}</translation>
    </message>
    <message>
        <source>The day is not over yet</source>
        <translation>当日尚未结束，数据未定</translation>
    </message>
    <message>
        <source>Numbers given out</source>
        <translation>发号总数</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>全部队列</translation>
    </message>
    <message>
        <source>Slips missing or unsure</source>
        <translation>未确认打出的号票</translation>
    </message>
    <message>
        <source>Served at each window</source>
        <translation>各窗口办结数</translation>
    </message>
    <message>
        <source>Supervisor&apos;s signature</source>
        <translation>值班主任签字</translation>
    </message>
    <message>
        <source>Printed {time}</source>
        <translation>打印时间 {time}</translation>
    </message>
</context>
</TS>
