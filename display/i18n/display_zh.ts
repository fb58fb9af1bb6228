<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>board</name>
    <message>
        <source>Window {window}</source>
        <translation>{window}号窗口</translation>
    </message>
    <message>
        <source>Please go to window {window}</source>
        <translation>请到{window}号窗口办理</translation>
    </message>
    <message>
        <source>Now calling</source>
        <translation>正在叫号</translation>
    </message>
    <message>
        <source>Latest call</source>
        <translation>最近叫号</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Please wait for your number</source>
        <translation>请取号等候，留意叫号</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Numbers that are called appear here</source>
        <translation>叫到的号码在此显示</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候人数</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>No window is open now</source>
        <translation>窗口暂未开放</translation>
    </message>
    <message>
        <source>{open} of {all} windows open</source>
        <translation>开放窗口 {open} / {all}</translation>
    </message>
    <message>
        <source>Not live since {time}</source>
        <translation>{time} 起未更新，请听广播</translation>
    </message>
    <message>
        <source>Connecting to the hall…</source>
        <translation>正在连接大厅…</translation>
    </message>
    <message>
        <source>Passed numbers</source>
        <translation>过号号码</translation>
    </message>
    <message>
        <source>about {least}–{most} min</source>
        <translation>约{least}–{most}分钟</translation>
    </message>
    <message>
        <source>up to {most} min</source>
        <translation>不超过{most}分钟</translation>
    </message>
    <message>
        <source>This hall has no zone “{found}”</source>
        <translation>本大厅没有“{found}”功能区</translation>
    </message>
    <message>
        <source>This hall has no window {found}</source>
        <translation>本大厅没有{found}号窗口</translation>
    </message>
    <message>
        <source>This hall has no screen “{found}”</source>
        <translation>本大厅没有名为“{found}”的屏幕</translation>
    </message>
    <message>
        <source>This program cannot show “{found}” yet</source>
        <translation>本程序暂不能显示“{found}”</translation>
    </message>
    <message>
        <source>For the technician: start this screen with another name, or add this one to the hall file</source>
        <translation>请技术人员：换一个名称启动本屏幕，或在大厅文件中加上它</translation>
    </message>
</context>
<context>
    <name>pad</name>
    <message>
        <source>How was the service?</source>
        <translation>您对本次服务满意吗？</translation>
    </message>
    <message>
        <source>What was not good? Choose, then press “Send”</source>
        <translation>哪里不满意？可多选，选好请按“提交”</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>You need not rate. The clerk cannot see it the same day.</source>
        <translation>评价自愿，窗口人员当天看不到。</translation>
    </message>
    <message>
        <source>Rate the service</source>
        <translation>我要评价</translation>
    </message>
    <message>
        <source>Do not rate</source>
        <translation>不评价</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>More {page}/{pages}</source>
        <translation>更多 {page}/{pages}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Thank you for your rating</source>
        <translation>感谢您的评价</translation>
    </message>
    <message>
        <source>This visit has been rated already. Thank you</source>
        <translation>本次服务已经评价过了，谢谢您</translation>
    </message>
    <message>
        <source>Sorry, your rating could not be stored</source>
        <translation>抱歉，您的评价没有保存</translation>
    </message>
    <message>
        <source>You can rate by phone: scan the code on your ticket</source>
        <translation>您可以用手机扫描号票上的二维码评价</translation>
    </message>
    <message>
        <source>Your rating is being sent…</source>
        <translation>正在提交您的评价……</translation>
    </message>
    <message>
        <source>Your rating is not sent yet. It is sent when the network is back</source>
        <translation>您的评价还没有提交，网络恢复后自动提交</translation>
    </message>
    <message>
        <source>No rating can be given now</source>
        <translation>现在无法评价</translation>
    </message>
    <message>
        <source>Service is paused</source>
        <translation>暂停服务</translation>
    </message>
    <message>
        <source>This window is closed</source>
        <translation>本窗口已关闭</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Please come here</source>
        <translation>请到本窗口</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>正在办理</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停服务</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Please wait for your number</source>
        <translation>请等候叫号</translation>
    </message>
    <message>
        <source>No calls at this window now</source>
        <translation>本窗口暂不叫号</translation>
    </message>
    <message>
        <source>This window is not open now</source>
        <translation>本窗口暂未开放</translation>
    </message>
    <message>
        <source>Then paused: {reason}</source>
        <translation>本号办完后暂停：{reason}</translation>
    </message>
    <message>
        <source>Then paused</source>
        <translation>本号办完后暂停</translation>
    </message>
    <message>
        <source>Clerk {clerk}</source>
        <translation>工号 {clerk}</translation>
    </message>
</context>
</TS>
