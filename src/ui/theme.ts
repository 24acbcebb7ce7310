import type { ThemeConfig } from 'antd';

/** White paper, ink, one vermilion as on a seal; square and flat. Colours of lights stand in ui.css. */
export const FONT =
  '"Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei","WenQuanYi Micro Hei",system-ui,sans-serif';

export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#b3261e',
    colorInfo: '#1b1b1a',
    colorLink: '#1b1b1a',
    colorLinkHover: '#b3261e',
    colorSuccess: '#2f7d4f',
    colorWarning: '#a86a00',
    colorError: '#b3261e',
    colorText: '#1b1b1a',
    colorTextSecondary: '#63625e',
    colorTextTertiary: '#6f6e69',
    colorBorder: '#c9c7c0',
    colorBorderSecondary: '#dedcd6',
    colorBgLayout: '#ffffff',
    colorFillAlter: '#f7f6f2',
    fontFamily: FONT,
    fontSize: 14,
    lineHeight: 1.6,
    borderRadius: 2,
    borderRadiusLG: 2,
    borderRadiusSM: 2,
    controlHeight: 34,
    boxShadow: '0 2px 10px rgba(27,27,26,.12)',
    boxShadowSecondary: '0 4px 18px rgba(27,27,26,.14)',
    motion: false,
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: { headerBg: '#ffffff', headerSplitColor: 'transparent', headerColor: '#63625e', cellPaddingBlock: 9, rowHoverBg: '#f7f6f2' },
    Steps: { dotSize: 8 },
    Card: { bodyPadding: 16 },
  },
};
